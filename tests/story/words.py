"""What people read on the way from a call to an admission, in each language: written out, so that a change is noticed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """The buttons that are pressed and the sentences that are looked for."""

    language: str
    call: str
    apply: str
    begin: str
    go_on: str
    saved: str
    search: str
    send: str
    wrong_kind: str
    two_open: str
    nothing_open: str
    to_filing: str
    file: str
    receipt: str
    filed: str
    incomplete: str
    repair: str
    named: str
    not_named: str
    refused: str
    ground: str
    clause: str
    complain: str
    send_complaint: str
    complained: str
    lifted: str
    admitted: str
    letters: tuple[str, str, str, str, str]


WORDS = {
    "kk": Words(
        language="kk",
        call="Көрсетілім байқауы: сценарий кезеңі",
        apply="Өтінім беру",
        begin="Бастау",
        go_on="Сақтап, жалғастыру",
        saved="Сақталды: ",
        search="Тізілімнен іздеу",
        send="Жіберу",
        wrong_kind="Мұнда мына түрдегі файл керек: PDF. Атауы қандай болса да, мазмұны бойынша бұл – PNG.",
        two_open="2 тармақ ашық. Әр тармақ өз өрісіне апарады.",
        nothing_open="Ашық тармақ жоқ: өтінім толық.",
        to_filing="Тапсыруға өту",
        file="Қазір тапсыру",
        receipt="{} түбіртегі",
        filed="тапсырылды; формалды тексеру жүріп жатыр",
        incomplete="Хабарламада аталғанды",
        repair="дейін түзете аласыз",
        named="хабарламада аталған",
        not_named="Қазір хабарламада аталған тармақтарды ғана өзгертуге болады, бұл олардың қатарында жоқ.",
        refused="формалды тексеруден өтпеді",
        ground="Автордың құқығы расталмаған",
        clause="2023 жылғы бас тартулар: автордың құқығы расталмаған",
        complain="Шағым беру",
        send_complaint="Шағымды жіберу",
        complained="Шағымыңыз түсті. Жауабы хатпен келеді және осында тұрады.",
        lifted="Бас тарту кері алынды",
        admitted="байқауға жіберілді; оқылып жатыр",
        letters=(
            "түбіртегі: ",
            "Өтінімде кемшіліктер бар",
            "Өтінім формалды тексеруден өтпеді",
            "Шағымыңыз түсті",
            "Өтінім тексеруден өтті",
        ),
    ),
    "ru": Words(
        language="ru",
        call="Показательный конкурс: этап сценария",
        apply="Подать заявку",
        begin="Начать",
        go_on="Сохранить и продолжить",
        saved="Сохранено в ",
        search="Искать в реестре",
        send="Отправить",
        wrong_kind="Здесь нужен файл вида PDF. По содержимому это PNG, каким бы ни было его имя.",
        two_open="Открыто 2 пункта. Каждый пункт ведёт к своему полю.",
        nothing_open="Открытых пунктов нет: заявка заполнена полностью.",
        to_filing="Перейти к подаче",
        file="Подать сейчас",
        receipt="Квитанция {}",
        filed="подана; идёт формальная проверка",
        incomplete="Названное в уведомлении",
        repair="можно исправить до",
        named="названо в уведомлении",
        not_named="Сейчас можно изменить только пункты, названные в уведомлении; этого среди них нет.",
        refused="отказано при формальной проверке",
        ground="Не подтверждены права автора",
        clause="Отказы 2023 года: не подтверждены права автора",
        complain="Подать жалобу",
        send_complaint="Отправить жалобу",
        complained="Ваша жалоба поступила. Ответ придёт письмом и появится здесь.",
        lifted="Отказ отменён",
        admitted="допущена; её читают",
        letters=(
            "Квитанция ",
            "Исправьте недостатки",
            "Отказ при формальной проверке",
            "Ваша жалоба получена",
            "Заявка допущена",
        ),
    ),
    "en": Words(
        language="en",
        call="Demonstration call: the script stage",
        apply="Apply",
        begin="Begin",
        go_on="Save and go on",
        saved="Saved at ",
        search="Look in the register",
        send="Send",
        wrong_kind="Here a file of the kind PDF is needed. By its content this is PNG, whatever its name says.",
        two_open="2 points are open. Each leads to its field.",
        nothing_open="Nothing is open: the file is complete.",
        to_filing="Go on to filing",
        file="File it now",
        receipt="Receipt {}",
        filed="filed; the formal check is under way",
        incomplete="You can repair what the notice names",
        repair="until",
        named="the notice names it",
        not_named="Only the points that the notice names can be changed now, and this is none of them.",
        refused="refused at the formal check",
        ground="The author’s rights are not proved",
        clause="Formal refusals of 2023: no proof of the author’s rights",
        complain="Complain",
        send_complaint="Send the complaint",
        complained="Your complaint has come in. Its answer comes as a letter and stands here.",
        lifted="The refusal was taken back",
        admitted="admitted; it is being read",
        letters=(
            "Receipt ",
            "Faults to repair until",
            "Refused at the formal check",
            "Your complaint has come in",
            "Admitted: ",
        ),
    ),
}
