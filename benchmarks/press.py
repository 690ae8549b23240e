"""What surrounds an article in a digest: outlets, dates, bylines, captions, adverts, in three languages.

Names of outlets are facts; persons, captions, headings and adverts are invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from babel.dates import format_date


@dataclass(frozen=True)
class Press:
    """The small print of one language."""

    outlets: tuple[tuple[str, str], ...]
    agencies: tuple[str, ...]
    authors: tuple[str, ...]
    cities: tuple[str, ...]
    sections: tuple[str, ...]
    captions: tuple[str, ...]
    headings: tuple[str, ...]
    adverts: tuple[str, ...]
    related: tuple[str, ...]
    share: tuple[str, ...]
    see_also: tuple[str, ...]
    menu: tuple[str, ...]
    tail: tuple[str, ...]
    kickers: tuple[str, ...]
    contents: tuple[str, ...]
    header: tuple[str, ...]
    footer: str
    by: str
    words: str
    rights: str
    end: str
    cut: str
    labels: dict[str, str]


PRESS: dict[str, Press] = {
    "en": Press(
        outlets=(
            ("The Guardian", "theguardian.com"),
            ("BBC News", "bbc.co.uk"),
            ("Eurasianet", "eurasianet.org"),
            ("The Washington Post", "washingtonpost.com"),
            ("RFE/RL", "rferl.org"),
            ("Al Jazeera", "aljazeera.com"),
            ("The Daily Telegraph", "telegraph.co.uk"),
            ("CNN", "cnn.com"),
        ),
        agencies=("AP", "Reuters", "AFP"),
        authors=("Helen Ashby", "Martin Okello", "Joanna Pryce-Reid", "Tom Sandwell", "Lucia Ferrant"),
        cities=("LONDON", "WASHINGTON", "GENEVA", "BRUSSELS", "NEW YORK"),
        sections=("POLITICS", "WORLD", "ECONOMY", "SOCIETY", "CULTURE AND SPORT", "SECURITY"),
        captions=(
            "A view of the harbour on Saturday morning. (Photo: Anna Holt/AP)",
            "The minister leaves a meeting in Vienna, 3 October 2018 © Reuters",
            "Residents wait outside a closed station. Photograph: Paul Evander/Getty Images",
            "File photo: delegates at the opening session (AFP)",
        ),
        headings=(
            "A long road ahead",
            "What comes next",
            "Old wounds, new rules",
            "The view from the street",
        ),
        adverts=("- Advertisement -", "ADVERTISEMENT", "Story continues below advertisement"),
        related=(
            "Talks on fishing quotas resume in Oslo",
            "Why the old railway still divides two towns",
            "Court to rule on airport expansion next week",
            "In pictures: the winter market of the harbour quarter",
        ),
        share=("FacebookTwitterWhatsAppEmail", "Share  Tweet  Pin  Mail  SMS", "Share this article"),
        see_also=(
            "(Also read: Talks on fishing quotas resume in Oslo)",
            "See also: Why the old railway still divides two towns",
            "Read more: Court to rule on airport expansion next week",
        ),
        menu=(
            "Home > News > World",
            "Sign in   Subscribe   Search",
            "Skip to main content",
            "Home | World | Opinion",
        ),
        tail=(
            "Please enter your comment!",
            "Leave a reply",
            "Related Articles",
            "Most read",
            "Follow us on Twitter",
        ),
        kickers=("Analysis", "Diplomacy", "Sport", "Live", "Opinion"),
        contents=("In this issue:", "Contents", "Today's headlines", "TODAY'S TOPICS"),
        header=("PRESS REVIEW", "Daily news digest", "Media monitoring", "MORNING BRIEFING"),
        footer="You receive this letter because you subscribed to it. To unsubscribe, write to the editors.",
        by="By",
        words="words",
        rights="All rights reserved.",
        end="(END)",
        cut="(...)",
        labels={
            "title": "Title",
            "source": "Source",
            "date": "Date",
            "author": "Author",
            "text": "Text",
            "section": "SECTION",
            "from": "From",
            "sent": "Sent",
            "to": "To",
            "subject": "Subject",
            "forwarded": "---------- Forwarded message ---------",
        },
    ),
    "fr": Press(
        outlets=(
            ("Le Monde", "lemonde.fr"),
            ("Le Figaro", "lefigaro.fr"),
            ("Libération", "liberation.fr"),
            ("La Croix", "la-croix.com"),
            ("RFI", "rfi.fr"),
            ("Ouest-France", "ouest-france.fr"),
            ("Courrier international", "courrierinternational.com"),
            ("Le Temps", "letemps.ch"),
        ),
        agencies=("AFP", "Reuters", "ATS"),
        authors=("Claire Morvan", "Julien Tassart", "Anne-Lise Guérand", "Marc Delaunoy", "Inès Bouvard"),
        cities=("PARIS", "BRUXELLES", "GENÈVE", "STRASBOURG", "LYON"),
        sections=("POLITIQUE", "INTERNATIONAL", "ÉCONOMIE", "SOCIÉTÉ", "CULTURE ET SPORT", "SÉCURITÉ"),
        captions=(
            "Une vue du port, samedi matin. © Anna Holt/AP",
            "La ministre à la sortie d’une réunion à Vienne, le 3 octobre 2018 © Michel Aubrac/SIPA",
            "Des habitants devant la gare fermée. PHOTO PAUL EVANDER, AFP",
            "Les délégués lors de la séance d’ouverture (archives). Crédit : DR",
        ),
        headings=("Un long chemin", "Et maintenant ?", "De vieilles blessures", "Le regard de la rue"),
        adverts=("- Publicité -", "PUBLICITÉ", "La suite après la publicité"),
        related=(
            "Reprise à Oslo des pourparlers sur les quotas de pêche",
            "Pourquoi la vieille voie ferrée divise encore deux villes",
            "Le tribunal tranchera la semaine prochaine sur l’aéroport",
            "En images : le marché d’hiver du quartier du port",
        ),
        share=("FacebookTwitterWhatsAppMail", "Partager  Tweeter  Imprimer  Envoyer", "Partager cet article"),
        see_also=(
            "Lire aussi : Reprise à Oslo des pourparlers sur les quotas de pêche",
            "À lire également : Pourquoi la vieille voie ferrée divise encore deux villes",
            "(Voir aussi : En images, le marché d’hiver du quartier du port)",
        ),
        menu=(
            "Accueil > Actualités > Monde",
            "Se connecter   S’abonner   Rechercher",
            "Aller au contenu",
            "Accueil | Monde",
        ),
        tail=("Laisser un commentaire", "Articles liés", "Les plus lus", "Suivez-nous sur Twitter", "Réagir"),
        kickers=("Analyse", "Diplomatie", "Sport", "Direct", "Tribune"),
        contents=("Au sommaire :", "SOMMAIRE", "Dans ce numéro", "Les titres du jour"),
        header=("REVUE DE PRESSE", "Revue de presse quotidienne", "La lettre du matin", "VEILLE MÉDIAS"),
        footer="Vous recevez cette lettre parce que vous y êtes abonné. Pour vous désabonner, écrivez à la rédaction.",
        by="Par",
        words="mots",
        rights="Tous droits réservés.",
        end="(FIN)",
        cut="(…)",
        labels={
            "title": "Titre",
            "source": "Source",
            "date": "Date",
            "author": "Auteur",
            "text": "Texte",
            "section": "RUBRIQUE",
            "from": "De",
            "sent": "Envoyé",
            "to": "À",
            "subject": "Objet",
            "forwarded": "-------- Message transféré --------",
        },
    ),
    "ru": Press(
        outlets=(
            ("Коммерсантъ", "kommersant.ru"),
            ("Ведомости", "vedomosti.ru"),
            ("Известия", "iz.ru"),
            ("Новая газета", "novayagazeta.ru"),
            ("Газета.Ru", "gazeta.ru"),
            ("Кавказский узел", "kavkaz-uzel.eu"),
            ("Независимая газета", "ng.ru"),
            ("РБК", "rbc.ru"),
        ),
        agencies=("ТАСС", "РИА Новости", "Интерфакс"),
        authors=("Мария Лунёва", "Пётр Засекин", "Анна Вересова", "Игорь Тальников", "Ольга Мещерина"),
        cities=("МОСКВА", "ЖЕНЕВА", "БРЮССЕЛЬ", "ЛОНДОН", "ВЕНА"),
        sections=("ПОЛИТИКА", "В МИРЕ", "ЭКОНОМИКА", "ОБЩЕСТВО", "КУЛЬТУРА И СПОРТ", "БЕЗОПАСНОСТЬ"),
        captions=(
            "Вид на порт в субботу утром. Фото: Анна Хольт / AP",
            "Министр после встречи в Вене, 3 октября 2018 года © РИА Новости / Пётр Засекин",
            "Жители у закрытого вокзала. Фото: Reuters",
            "Делегаты на открытии заседания (архивное фото). Фото: ТАСС",
        ),
        headings=("Долгая дорога", "Что дальше", "Старые раны", "Взгляд с улицы"),
        adverts=("- Реклама -", "РЕКЛАМА", "Продолжение после рекламы"),
        related=(
            "В Осло возобновились переговоры о квотах на вылов рыбы",
            "Почему старая железная дорога по-прежнему разделяет два города",
            "Суд решит судьбу аэропорта на следующей неделе",
            "Фоторепортаж: зимняя ярмарка в портовом квартале",
        ),
        share=("FacebookTwitterВКонтактеTelegram", "Поделиться  Твитнуть  Распечатать", "Поделиться"),
        see_also=(
            "Читайте также: В Осло возобновились переговоры о квотах на вылов рыбы",
            "(См. также: Почему старая железная дорога по-прежнему разделяет два города)",
            "По теме: Суд решит судьбу аэропорта на следующей неделе",
        ),
        menu=(
            "Главная > Новости > В мире",
            "Войти   Подписка   Поиск",
            "Перейти к содержанию",
            "Главная | Мир",
        ),
        tail=(
            "Оставить комментарий",
            "Материалы по теме",
            "Самое читаемое",
            "Подписывайтесь на нас",
            "Комментарии",
        ),
        kickers=("Анализ", "Дипломатия", "Спорт", "Онлайн", "Мнение"),
        contents=("В номере:", "СОДЕРЖАНИЕ", "Сегодня в выпуске", "Главные новости"),
        header=("ОБЗОР ПРЕССЫ", "Ежедневный обзор прессы", "Утренний дайджест", "МОНИТОРИНГ СМИ"),
        footer="Вы получили это письмо, потому что подписаны на рассылку. Чтобы отписаться, напишите в редакцию.",
        by="Автор:",
        words="слов",
        rights="Все права защищены.",
        end="(КОНЕЦ)",
        cut="(…)",
        labels={
            "title": "Заголовок",
            "source": "Источник",
            "date": "Дата",
            "author": "Автор",
            "text": "Текст",
            "section": "РУБРИКА",
            "from": "От",
            "sent": "Отправлено",
            "to": "Кому",
            "subject": "Тема",
            "forwarded": "-------- Пересылаемое сообщение --------",
        },
    ),
}


def written(day: date, language: str, form: str) -> str:
    """Return a date as the press of a language prints it: `long`, `weekday`, `short` or `numbers`."""
    patterns = {
        "long": {"en": "d MMMM y", "fr": "d MMMM y", "ru": "d MMMM y 'г.'"},
        "weekday": {"en": "EEEE, MMMM d, y", "fr": "EEEE d MMMM y", "ru": "EEEE, d MMMM y"},
        "short": {"en": "MMM d y", "fr": "d MMM y", "ru": "d MMM y"},
        "numbers": {"en": "y-MM-dd", "fr": "dd/MM/y", "ru": "dd.MM.y"},
    }
    return str(format_date(day, patterns[form][language], locale=language))


def address(domain: str, day: date, rng: Random) -> str:
    """Return an invented address of an article."""
    number = rng.randrange(100_000, 9_999_999)
    endings = (f"{day:%Y/%m/%d}/article-{number}.html", f"news/{number}", f"{day:%Y%m%d}-{number}")
    return f"https://www.{domain}/{rng.choice(endings)}"


@dataclass(frozen=True)
class Imprint:
    """Invented particulars of one article."""

    outlet: str
    domain: str
    author: str
    agency: str
    city: str
    day: date

    @staticmethod
    def draw(press: Press, rng: Random) -> Imprint:
        """Draw particulars in one language; the days of all articles lie within one week."""
        outlet, domain = rng.choice(press.outlets)
        day = date(2018, 10, 1) + timedelta(days=rng.randrange(7))
        return Imprint(
            outlet,
            domain,
            rng.choice(press.authors),
            rng.choice(press.agencies),
            rng.choice(press.cities),
            day,
        )
