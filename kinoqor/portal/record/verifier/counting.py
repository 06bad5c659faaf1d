"""What is said, in three lines a sentence. This part: draws, scores and lists of money."""

from kinoqor.portal.record.verifier.tongues import SENTENCES, sentences

WORDS = SENTENCES | sentences("""
This draw has only its frozen lists: nothing was drawn, or nothing is published.
Бұл жеребенің тек бекітілген тізімдері бар: ештеңе тартылмаған немесе жарияланбаған.
У этой жеребьёвки есть только замороженные списки: ничего не вытянуто или не опубликовано.
The result of the draw names its frozen lists.
Жеребе нәтижесі өзінің бекітілген тізімдерін атайды.
Итог жеребьёвки называет свои замороженные списки.
The result of the draw is of other lists than these: frozen.json or result.json was altered.
Жеребе нәтижесі басқа тізімдердікі: frozen.json немесе result.json өзгертілген.
Итог жеребьёвки — от других списков: frozen.json или result.json изменён.
The seed is made of the frozen lists and the public number.
Тұқым бекітілген тізімдер мен ашық саннан жасалған.
Зерно сделано из замороженных списков и открытого числа.
The seed is not made of the frozen lists and the public number.
Тұқым бекітілген тізімдер мен ашық саннан жасалмаған.
Зерно сделано не из замороженных списков и открытого числа.
The lists were frozen before the public number was there.
Тізімдер ашық сан шыққанға дейін бекітілген.
Списки заморожены до появления открытого числа.
The lists were frozen when the public number could be known already.
Тізімдер ашық сан белгілі болуы мүмкін кезде бекітілген.
Списки заморожены, когда открытое число уже могло быть известно.
The announced numbers are {numbers}: compare them with those of {days}.
Жарияланған сандар: {numbers}; оларды {days} күнгілермен салыстырыңыз.
Объявленные числа: {numbers}; сравните их с числами за {days}.
Round {number} of drand quicknet: with py_ecc installed its signature is checked too.
drand quicknet, {number}-раунд: py_ecc орнатылса, қолтаңбасы да тексеріледі.
Раунд {number} drand quicknet: с py_ecc проверяется и его подпись.
The signature is that of round {number} of drand quicknet.
Қолтаңба — drand quicknet {number}-раундынікі.
Подпись — раунда {number} drand quicknet.
The signature is not that of round {number} of drand quicknet.
Қолтаңба drand quicknet {number}-раундынікі емес.
Подпись — не раунда {number} drand quicknet.
Every limit is kept: readers of each file, loads, conflicts, houses, caps of chance.
Барлық шек сақталған: әр өтінімнің сарапшылары, жүктеме, қақтығыстар, үйлер, мүмкіндік шегі.
Все пределы соблюдены: эксперты каждой заявки, нагрузки, конфликты, дома, потолки шанса.
The prices prove that no better chances exist: both sums are {sum}.
Бағалар одан жақсы мүмкіндіктің жоғын дәлелдейді: екі қосынды да {sum}.
Цены доказывают, что лучших шансов нет: обе суммы равны {sum}.
The draw gives other readings: file {file} and reader {reader} differ first.
Жеребе басқа нәтиже береді: алдымен {file} өтінімі мен {reader} сарапшысы өзгеше.
Жеребьёвка даёт другие чтения: первыми расходятся заявка {file} и эксперт {reader}.
The draw, repeated, gives the same {many} readings.
Қайталанған жеребе сол {many} оқуды береді.
Повторённая жеребьёвка даёт те же чтения: {many}.
The draw, repeated, counts another number of numbers than is said.
Қайталанған жеребе айтылғаннан басқа мөлшерде сан санады.
Повторённая жеребьёвка отсчитывает не столько чисел, сколько сказано.
What the draw costs is stated and not proved.
Жеребенің құны айтылған, бірақ дәлелденбеген.
Цена жеребьёвки названа, но не доказана.
What the draw costs is not proved: the best plan without the cap is another one.
Жеребенің құны дәлелденбеген: шексіз ең жақсы жоспар басқа.
Цена жеребьёвки не доказана: лучший план без потолка — другой.
The draw costs {price} per cent of the best fit, or more.
Жеребенің құны — ең жақсы сәйкестіктің {price} пайызы немесе одан көп.
Жеребьёвка стоит {price} процента лучшего соответствия или больше.
The draw costs {price} per cent of the best fit, as its own prices prove.
Жеребенің құны — ең жақсы сәйкестіктің {price} пайызы, мұны өз бағалары дәлелдейді.
Жеребьёвка стоит {price} процента лучшего соответствия, что доказывают её цены.
A document of the draw was altered, it cannot be read: {error}.
Жеребе құжаты өзгертілген, оқылмайды: {error}.
Документ жеребьёвки изменён, он не читается: {error}.
A document of the draw contradicts itself: {error}.
Жеребе құжаты өзіне өзі қайшы: {error}.
Документ жеребьёвки противоречит сам себе: {error}.
The prices do not prove that the plan is the best.
Бағалар жоспардың ең жақсы екенін дәлелдемейді.
Цены не доказывают, что план лучший.
A pair stands twice, or names nobody: {pair}.
Жұп екі рет тұр немесе ешкімді атамайды: {pair}.
Пара стоит дважды или никого не называет: {pair}.
Reader {reader} has more or fewer files than agreed.
{reader} сарапшысында келісілгеннен көп немесе аз өтінім бар.
У эксперта {reader} больше или меньше заявок, чем условлено.
File {file} has too many or too few readers.
{file} өтінімінің сарапшылары тым көп немесе тым аз.
У заявки {file} слишком много или слишком мало экспертов.
File {file} has two readers of one house.
{file} өтінімін бір үйдің екі сарапшысы оқиды.
У заявки {file} два эксперта из одного дома.
File {file} has too few strong readers.
{file} өтінімінің мықты сарапшылары тым аз.
У заявки {file} слишком мало сильных экспертов.
File {file}: reader {reader} may not read it, or not with this fit or chance.
{file} өтінімі: {reader} сарапшысы оны оқи алмайды немесе бұл сәйкестікпен, мүмкіндікпен емес.
Заявка {file}: эксперт {reader} не вправе её читать, или не с таким соответствием или шансом.
Whether marks are corrected follows from the rule.
Бағалардың түзетілуі ереже бойынша.
Поправляются ли оценки — по правилу.
By the rule of this call it is the other way round whether marks are corrected.
Бұл байқаудың ережесі бойынша бағалардың түзетілуі керісінше болуы керек.
По правилу этого конкурса с поправкой оценок должно быть наоборот.
The strictness of reader {reader} is another one by the rule.
Ереже бойынша {reader} сарапшысының қаталдығы басқа.
Строгость эксперта {reader} по правилу другая.
The score of film {film} is stated as {said}; by the marks it is {due}.
{film} фильмінің балы {said} делінген; бағалар бойынша {due}.
Балл фильма {film} назван {said}; по оценкам он {due}.
The scores of {films} films follow from {marks} marks.
{films} фильмнің балдары {marks} бағадан шығады.
Баллы фильмов ({films}) следуют из оценок ({marks}).
The list was computed of what was frozen.
Тізім бекітілген деректерден есептелген.
Список посчитан из того, что было заморожено.
The list was computed of something else than what was frozen: a sum, points or a rule were altered.
Тізім бекітілгеннен басқа деректерден есептелген: сома, ұпай немесе ереже өзгертілген.
Список посчитан не из того, что было заморожено: изменены сумма, баллы или правило.
The seed of the lots is made of the frozen lists and the public number.
Жеребе тұқымы бекітілген тізімдер мен ашық саннан жасалған.
Зерно жребия сделано из замороженных списков и открытого числа.
The seed of the lots is not made of the frozen lists and the public number.
Жеребе тұқымы бекітілген тізімдер мен ашық саннан жасалмаған.
Зерно жребия сделано не из замороженных списков и открытого числа.
Every departure from the computed list is published: {many}.
Есептелген тізімнен барлық ауытқу жарияланған: {many}.
Опубликовано каждое отступление от посчитанного списка: {many}.
The departures that are published are not those that the list was computed with.
Жарияланған ауытқулар тізім есептелген ауытқулар емес.
Опубликованы не те отступления, с которыми посчитан список.
Departures bring {coming} films into the list and take {going} out of it.
Ауытқулар тізімге {coming} фильм қосып, одан {going} фильм шығарады.
Отступления вводят в список фильмов: {coming}, и выводят: {going}.
Solved again: no list that keeps the rules is worth more.
Қайта шешілді: ережені сақтайтын одан құнды тізім жоқ.
Решено заново: нет списка по правилам, который стоил бы больше.
Solved again: the best list is worth {due}, the published one {said}.
Қайта шешілді: ең жақсы тізімнің құны {due}, жарияланғанынікі {said}.
Решено заново: лучший список стоит {due}, опубликованный {said}.
{films} films get {money}: sums, quotas, the justice rule, cut-offs, reasons and lots hold.
{films} фильмге {money} беріледі: сомалар, квоталар, әділдік ережесі, шектер, себептер мен жеребе дұрыс.
Фильмов {films}, денег {money}: суммы, квоты, правило справедливости, границы, причины и жребий верны.
Film {film} may not be in the list at all.
{film} фильмі тізімде мүлде бола алмайды.
Фильма {film} в списке быть не может.
Film {film} was put in by a departure and is not in the list.
{film} фильмі ауытқумен қосылған, бірақ тізімде жоқ.
Фильм {film} введён отступлением, а в списке его нет.
The quota {quota} does not hold.
{quota} квотасы сақталмаған.
Квота {quota} не соблюдена.
The award of film {film} is stated as {said}; by the rule it is {due}.
{film} фильмінің сомасы {said} делінген; ереже бойынша {due}.
Сумма фильма {film} названа {said}; по правилу {due}.
The reason of film {film} is stated as {said}; by the rule it is {due}.
{film} фильмінің себебі {said} делінген; ереже бойынша {due}.
Причина для фильма {film} названа {said}; по правилу {due}.
The cut-off of {film} is stated as {said}; by the list it is {due}.
{film} шегі {said} делінген; тізім бойынша {due}.
Граница {film} названа {said}; по списку {due}.
Nothing was computed of these frozen lists yet.
Бұл бекітілген тізімдерден әлі ештеңе есептелмеген.
Из этих замороженных списков ещё ничего не посчитано.
That no better list exists is checked where OR-Tools is installed.
Одан жақсы тізімнің жоғы OR-Tools орнатылған жерде тексеріледі.
Что лучшего списка нет, проверяется там, где установлен OR-Tools.
Solved again: what {many} films were told they lacked is so.
Қайта шешілді: {many} фильмге не жетпегені дұрыс айтылған.
Решено заново: фильмам ({many}) верно сказано, чего им не хватило.
The result is of another case than the one beside it.
Нәтиже қасындағыдан басқа деректердікі.
Итог — от других данных, чем стоят рядом.
Film {film} is in the list and not in the case.
{film} фильмі тізімде бар, бірақ деректерде жоқ.
Фильм {film} есть в списке, а в данных его нет.
The justice rule: film {film} was passed over by {other}, which is placed worse.
Әділдік ережесі: {film} фильмінен орны төмен {other} озып кеткен.
Правило справедливости: фильм {film} обойдён фильмом {other}, который стоит ниже.
The allocation was altered, it cannot be read: {error}.
Бөлу өзгертілген, оқылмайды: {error}.
Распределение изменено, оно не читается: {error}.
The envelope {stream} is overspent by {over}.
{stream} конвертінен {over} артық жұмсалған.
Конверт {stream} превышен на {over}.
Company {company} has more than one company may.
{company} компаниясында бір компанияға рұқсат етілгеннен көп.
У компании {company} больше, чем можно одной компании.
The result says of “{key}”: {said}; it is {due}.
Нәтижеде «{key}»: {said}; болуы керегі: {due}.
В итоге «{key}»: {said}; должно быть: {due}.
A row of “{key}” stands twice.
«{key}» жолы екі рет тұр.
Строка «{key}» стоит дважды.
The rows of “{key}” do not stand in their order.
«{key}» жолдары өз ретімен тұрған жоқ.
Строки «{key}» стоят не по порядку.
The allocation contradicts itself: {error}.
Бөлу өзіне өзі қайшы: {error}.
Распределение противоречит само себе: {error}.
The departure about film {film} says {said}; the list says {due}.
{film} фильмі туралы ауытқуда {said}, тізімде {due}.
В отступлении о фильме {film} сказано {said}, в списке {due}.
The solver has not proved a best list in its time.
Шешуші өз уақытында ең жақсы тізімді дәлелдей алмады.
Решатель не доказал лучшего списка за отведённое время.
What film {film} was told it lacked is not so.
{film} фильміне не жетпегені дұрыс айтылмаған.
Фильму {film} неверно сказано, чего ему не хватило.
The points of film {film} in the list are not those of its marks.
{film} фильмінің тізімдегі ұпайы оның бағаларынан шықпайды.
Баллы фильма {film} в списке — не по его оценкам.
The points of all {many} films of the list are those of their marks.
Тізімдегі барлық {many} фильмнің ұпайы өз бағаларынан шығады.
Баллы всех фильмов списка ({many}) — по их оценкам.
""")
