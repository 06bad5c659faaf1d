"""What is said, in English, Kazakh and Russian: three lines a sentence. This part: words, the record, the rounds."""

TONGUES = ("en", "kk", "ru")


def sentences(text: str) -> dict[str, tuple[str, str]]:
    """English -> Kazakh and Russian, from a text of three lines a sentence."""
    lines = text.strip().split("\n")
    return {lines[at]: (lines[at + 1], lines[at + 2]) for at in range(0, len(lines), 3)}


SENTENCES = sentences("""
right
дұрыс
верно
WRONG
ҚАТЕ
НЕВЕРНО
note
ескерту
заметьте
{place} cannot be read: {error}.
{place} оқылмайды: {error}.
{place} не читается: {error}.
nothing
ештеңе
ничего
“{key}” is not there
«{key}» жоқ
в нём нет «{key}»
it is no JSON text
бұл JSON мәтіні емес
это не текст JSON
it is not written in the one canonical way, so something was put in or moved
ол бірегей канондық түрде жазылмаған, демек бірдеңе қосылған не орны ауысқан
он записан не единственным каноническим способом: что-то вставлено или переставлено
a value in it cannot be: {value}
ішіндегі бір мән мүмкін емес: {value}
в нём невозможное значение: {value}
a value in it is of another kind than it has to be
ішіндегі бір мән керекті түрде емес
одно из значений в нём не того вида, какой нужен
Everything that was checked is right.
Тексерілгеннің бәрі дұрыс.
Всё, что проверено, верно.
{faults} things are wrong. Each is named above.
Табылған қателер: {faults}. Әрқайсысы жоғарыда аталған.
Найдено ошибок: {faults}. Каждая названа выше.
The public record
Жария жылнама
Публичная летопись
The head of {size} leaves is signed by the key of {origin}.
{size} жапырақты бақылау түйініне {origin} кілтімен қол қойылған.
Контрольная точка ({size} листов) подписана ключом {origin}.
The signature under the head of {size} leaves is not by the key of {origin}: it was altered or forged.
{size} жапырақты бақылау түйінінің қолтаңбасы {origin} кілтінікі емес: checkpoint өзгертілген немесе қолдан жасалған.
Подпись под контрольной точкой ({size} листов) сделана не ключом {origin}: checkpoint изменён или подделан.
The record that you saved, of {old} leaves, is the beginning of this one.
Сіз сақтаған {old} жапырақты жылнама — осы жылнаманың басы.
Сохранённая вами летопись из {old} листов — начало этой.
A fork: the record that you saved, of {old} leaves, is not the beginning of this one. History was rewritten.
Айыр: сіз сақтаған {old} жапырақты жылнама осы жылнаманың басы емес. Тарих қайта жазылған.
Развилка: сохранённая вами летопись из {old} листов — не начало этой. Историю переписали.
All {size} leaves and all tiles give the root of the head.
Барлық {size} жапырақ пен барлық тақта бақылау түйінінің түбірін береді.
Все {size} листов и все плитки дают корень контрольной точки.
The key is that of {name}, the record is that of {origin}.
Кілт {name} атынікі, ал жылнама {origin} атынікі.
Ключ принадлежит {name}, а летопись — {origin}.
The key was taken from here: {key}. Compare it with the one that is printed elsewhere.
Кілт осы жерден алынды: {key}. Оны басқа жерде басылғанымен салыстырыңыз.
Ключ взят отсюда же: {key}. Сравните его с тем, что напечатан в другом месте.
Leaf {leaf} announces another key, and the key before has signed that: the new one counts as well.
{leaf}-жапырақ басқа кілтті жариялайды, мұны бұрынғы кілт қол қойып растаған: жаңа кілт те есептеледі.
Лист {leaf} объявляет другой ключ, и прежний ключ это подписал: новый тоже считается.
Leaf {leaf} announces another key, but the key before signed no head with it: the new one does not count.
{leaf}-жапырақ басқа кілтті жариялайды, бірақ бұрынғы кілт бұл жапырағы бар түйінге қол қоймаған: жаңасы есептелмейді.
Лист {leaf} объявляет другой ключ, но прежний не подписал контрольной точки с этим листом: новый не считается.
Every leaf is written as the record writes leaves: canonical JSON with its five keys.
Әр жапырақ жылнама ережесімен жазылған: бес кілті бар канондық JSON.
Каждый лист записан так, как пишет летопись: канонический JSON с пятью ключами.
{many} leaves lie here as files of their own, and their proofs hold.
Жеке файл болып жатқан жапырақтар: {many}; дәлелдері дұрыс.
Листов, лежащих отдельными файлами: {many}; их доказательства верны.
The record of today has {size} leaves, the one that you saved {old}: something was taken out.
Бүгінгі жылнамада {size} жапырақ, сіз сақтағанда {old}: бірдеңе алынып тасталған.
В сегодняшней летописи {size} листов, в сохранённой вами {old}: что-то изъято.
There is no file “checkpoint” here: this is not a public record.
Мұнда «checkpoint» файлы жоқ: бұл жария жылнама емес.
Здесь нет файла «checkpoint»: это не публичная летопись.
The file “checkpoint” was altered: it cannot be read.
«checkpoint» файлы өзгертілген: оқылмайды.
Файл «checkpoint» изменён: он не читается.
{path} holds {found} leaves and not {due}.
{path} ішінде {due} емес, {found} жапырақ бар.
В {path} листов {found}, а не {due}.
The {size} leaves do not give the root that was signed: a leaf was altered, put in or taken out.
{size} жапырақ қол қойылған түбірді бермейді: бір жапырақ өзгертілген, қосылған немесе алынған.
{size} листов не дают подписанного корня: какой-то лист изменён, вставлен или изъят.
There is no readable key of the record: give it with --key.
Жылнаманың оқылатын кілті жоқ: оны --key арқылы беріңіз.
Читаемого ключа летописи нет: укажите его через --key.
The checkpoint that you saved cannot be read.
Сіз сақтаған checkpoint оқылмайды.
Сохранённый вами checkpoint не читается.
{path} is missing.
{path} жоқ.
Нет файла {path}.
{path} was altered: it breaks off in the middle of a leaf.
{path} өзгертілген: жапырақтың ортасында үзіледі.
{path} изменён: он обрывается посреди листа.
Leaf {leaf} was altered: its hash is not the one in {path}.
{leaf}-жапырақ өзгертілген: хэші {path} ішіндегідей емес.
Лист {leaf} изменён: его хэш не тот, что в {path}.
Leaf {leaf} is not written as the record writes leaves: it was altered, or put in by somebody else.
{leaf}-жапырақ жылнама ережесімен жазылмаған: өзгертілген немесе оны басқа біреу қосқан.
Лист {leaf} записан не так, как пишет летопись: он изменён или вставлен кем-то другим.
{path} was altered: its hashes are not those of the leaves.
{path} өзгертілген: хэштері жапырақтардікі емес.
{path} изменён: его хэши — не хэши листов.
leaf/{leaf}.json is not leaf {leaf} of the record.
leaf/{leaf}.json — жылнаманың {leaf}-жапырағы емес.
leaf/{leaf}.json — не лист {leaf} летописи.
leaf/{leaf}.tlog-proof does not prove leaf {leaf}: the proof was altered, or is of another record.
leaf/{leaf}.tlog-proof {leaf}-жапырақты дәлелдемейді: дәлел өзгертілген немесе басқа жылнаманікі.
leaf/{leaf}.tlog-proof не доказывает листа {leaf}: доказательство изменено или от другой летописи.
Leaf {leaf} of call {call}: “{key}” is {said} in the record and {due} in the published document.
{call} байқауының {leaf}-жапырағы: «{key}» жылнамада {said}, жарияланған құжатта {due}.
Лист {leaf} конкурса {call}: «{key}» в летописи {said}, в опубликованном документе {due}.
The commission ruled on {many} films, none above the list.
Комиссия шешім шығарған фильмдер: {many}; ешқайсысы тізімдегіден көп емес.
Комиссия решила о фильмах: {many}; ни одному не дано больше, чем в списке.
A film stands twice in the order.
Бір фильм бұйрықта екі рет тұр.
Один фильм стоит в приказе дважды.
The order says {said} in all; its rows come to {due}.
Бұйрықта барлығы {said} делінген; жолдарының қосындысы {due}.
В приказе сказано «всего {said}»; сумма его строк {due}.
The record has no leaf about the order {number} of call {call}.
Жылнамада {call} байқауының {number} бұйрығы туралы жапырақ жоқ.
В летописи нет листа о приказе {number} конкурса {call}.
The order {number}: {films} films, {total} in all, as approved and as recorded.
{number} бұйрығы: фильмдер — {films}, барлығы — {total}; бекітілгендей және жазылғандай.
Приказ {number}: фильмов {films}, всего {total}; как утверждено и как записано.
{many} votes add up and are as recorded.
Дауыс берулер: {many}; саны келеді, жазылғандай.
Голосований: {many}; числа сходятся, записано так же.
{file} was altered, it cannot be read: {error}.
{file} өзгертілген, оқылмайды: {error}.
{file} изменён, он не читается: {error}.
The ruling on film {film}, {outcome} with {sum}, does not go with the list ({award}).
{film} фильмі туралы шешім ({outcome}, {sum}) тізімге ({award}) сәйкес емес.
Решение о фильме {film} ({outcome}, {sum}) не согласуется со списком ({award}).
Vote {item}: {cast} voices of {present} present do not carry what is said.
{item} дауыс беруі: қатысқан {present} адамның {cast} дауысы айтылғанды растамайды.
Голосование {item}: {cast} голосов из {present} присутствующих не дают того, что сказано.
The record has no leaf about vote {item}.
Жылнамада {item} дауыс беруі туралы жапырақ жоқ.
В летописи нет листа о голосовании {item}.
Film {film} has {said} in the order; the commission gave {due}.
{film} фильміне бұйрықта {said} берілген; комиссия {due} берген.
У фильма {film} в приказе {said}; комиссия дала {due}.
Call {call}, stage {stage}: {name}
{call} байқауы, {stage} кезеңі: {name}
Конкурс {call}, этап {stage}: {name}
Call {call}, stage {stage}
{call} байқауы, {stage} кезеңі
Конкурс {call}, этап {stage}
The record has no leaf “{kind}” about these lists of a draw: they are not the recorded ones.
Жылнамада жеребенің бұл тізімдері туралы «{kind}» жапырағы жоқ: бұлар жазылған тізімдер емес.
В летописи нет листа «{kind}» об этих списках жеребьёвки: записаны не они.
The record has no leaf about a list of this call.
Жылнамада бұл байқаудың тізімі туралы жапырақ жоқ.
В летописи нет листа о списке этого конкурса.
A document of this stage contradicts itself: {error}.
Бұл кезеңнің құжаты өзіне өзі қайшы: {error}.
Документ этого этапа противоречит сам себе: {error}.
Leaf {leaf} of the record says the same of this draw.
Жылнаманың {leaf}-жапырағы бұл жеребе туралы дәл соны айтады.
Лист {leaf} летописи говорит об этой жеребьёвке то же самое.
The record has no leaf that says that the result of this stage was published.
Жылнамада бұл кезеңнің нәтижесі жарияланғанын айтатын жапырақ жоқ.
В летописи нет листа о том, что итог этого этапа опубликован.
The result says of “{key}”: {said}; by its rows it is {due}.
Нәтижеде «{key}» саны {said} делінген; жолдары бойынша {due}.
В итоге число «{key}» — {said}; по его строкам — {due}.
Film {film} has {said} in the result and {due} in the order.
{film} фильміне нәтижеде {said}, бұйрықта {due} берілген.
У фильма {film} в итоге {said}, в приказе {due}.
The result: of {files} films {awarded} are in the order, {chosen} go on; leaf {leaf} says the same.
Нәтиже: {files} фильмнің {awarded} бұйрықта, {chosen} келесі кезеңге өтті; {leaf}-жапырақ дәл соны айтады.
Итог: фильмов {files}, в приказе {awarded}, проходят дальше {chosen}; лист {leaf} говорит то же.
{file} is missing, although leaf {leaf} of the record speaks of it.
{file} жоқ, ал жылнаманың {leaf}-жапырағы ол туралы айтады.
Нет файла {file}, хотя о нём говорит лист {leaf} летописи.
Leaf {leaf} is about a draw of this stage whose {file} is missing or was altered.
{leaf}-жапырақ осы кезеңнің жеребесі туралы; оның {file} файлы жоқ немесе өзгертілген.
Лист {leaf} — о жеребьёвке этого этапа, файла {file} которой нет или он изменён.
The record has no leaf about the opening of the reviews of this stage.
Жылнамада бұл кезеңнің пікірлері ашылғаны туралы жапырақ жоқ.
В летописи нет листа о вскрытии отзывов этого этапа.
scores.json has the marks of {many} reviews; the record says that {due} were opened.
scores.json ішінде {many} пікірдің бағалары бар; жылнама бойынша {due} пікір ашылған.
В scores.json оценки отзывов: {many}; по летописи вскрыто {due}.
The record has no leaf about the ruling on film {film}.
Жылнамада {film} фильмі туралы шешім жапырағы жоқ.
В летописи нет листа о решении по фильму {film}.
Leaf {leaf} is about the ruling on film {film}, which rulings.json does not have.
{leaf}-жапырақ {film} фильмі туралы шешім жайында, ал rulings.json ішінде ол жоқ.
Лист {leaf} — о решении по фильму {film}, а в rulings.json его нет.
Leaf {leaf} is about vote {item} of the same sitting, which votes.json does not have.
{leaf}-жапырақ сол отырыстың {item} дауыс беруі туралы, ал votes.json ішінде ол жоқ.
Лист {leaf} — о голосовании {item} того же заседания, а в votes.json его нет.
votes.json has no vote, and nothing is published without one.
votes.json ішінде бірде-бір дауыс беру жоқ, ал дауыссыз ештеңе жарияланбайды.
В votes.json нет ни одного голосования, а без него ничего не публикуют.
The record has no leaf about the departure that is about film {film}.
Жылнамада {film} фильмі туралы ауытқу жапырағы жоқ.
В летописи нет листа об отступлении о фильме {film}.
The record says that this result is published, but no document of it lies here.
Жылнама бұл нәтиже жарияланған дейді, бірақ мұнда оның бірде-бір құжаты жоқ.
По летописи этот итог опубликован, но ни одного его документа здесь нет.
If only the rounds of one call are meant to lie here, name it with --call.
Мұнда әдейі бір байқаудың ғана кезеңдері жатса, оны --call арқылы атаңыз.
Если здесь намеренно лежат этапы лишь одного конкурса, назовите его через --call.
Leaf {leaf} of the record says the same of this list.
Жылнаманың {leaf}-жапырағы бұл тізім туралы дәл соны айтады.
Лист {leaf} летописи говорит об этом списке то же самое.
""")
