# /// script
# dependencies = ["reportlab>=4"]
# ///
"""Write examples/bulletin.pdf: two columns, running heads, page numbers, words broken at the line's end.

The PDF is committed; this script is its source (`python tests/make_example_pdf.py`, same bytes every time).
A `~` in the text marks where a word may be broken: broken there it prints a hyphen, otherwise nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.pagesizes import A5
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

TARGET = Path(__file__).parent.parent / "examples" / "bulletin.pdf"
WIDTH, HEIGHT = A5
MARGIN, GUTTER, LEADING = 40.0, 16.0, 11.0
COLUMN = (WIDTH - 2 * MARGIN - GUTTER) / 2
BODY, BOLD, ITALIC = ("Times-Roman", 9.0), ("Times-Bold", 10.0), ("Times-Italic", 8.0)
MASTHEAD = "KHARTOUM AGREEMENT MONITOR"
ISSUE = "No. 7, July to September 2019"
FOOT = "Original example text written for According from public facts"

ITEMS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "Six months on, signatories meet to take stock",
        "Bangui, 23 August 2019",
        (
            "The exec~u~tive follow-up com~mit~tee of the Political Agree~ment for Peace and Recon~cil~i~a~tion met "
            "in Bangui in August to review the first six months. The govern~ment, the fourteen armed groups and the "
            "guar~an~tors, the African Union and the Economic Com~mu~nity of Central African States, took part.",
            "The govern~ment reported that pre~fects and sub-prefects were back in almost all pre~fec~tures. "
            "Repre~sen~ta~tives of the groups answered that a pre~fect with~out staff or budget cannot be called an "
            "admin~is~tra~tion, and asked for the dis~burse~ment of what was promised in Addis Ababa in March.",
            "Both sides commit~ted them~selves to trans~mit~ting the lists of com~bat~ants for the special mixed "
            "security units before the end of Sep~tem~ber. Accord~ing to the guar~an~tors, some groups did so in "
            "time, others sent numbers without names.",
        ),
    ),
    (
        "Four accounts of one day: the tolls of 21 May compared",
        "Paoua, 30 July 2019",
        (
            "More than two months after the killings in Koun~djili, Lemouna and Bohong, the figures in circu~la~tion "
            "still differ. The United Nations mission began with at least 26 dead. Local offi~cials reached more "
            "than 40. The govern~ment, the African Union and the United Nations jointly spoke of more than 50. Human "
            "Rights Watch docu~mented at least 46 civil~ians killed in a report published on 18 July.",
            "The differ~ences have plain reasons. The first count covered the bodies seen by patrols. Later ones "
            "added vic~tims who had been buried at once, or who died of wounds in Paoua. Some include people killed "
            "in the bush in the follow~ing days, others do not.",
            "All accounts but one attri~bute the attacks to 3R, a signa~tory. The group's leader~ship denies having "
            "ordered them, says that isolated ele~ments are respon~sible, and handed over three men in May. The "
            "judi~cial inquiry con~tin~ues.",
        ),
    ),
    (
        "Two signatories fight over Birao",
        "Birao, 20 September 2019",
        (
            "Fight~ing in the remote town of Birao has set two parties to the agree~ment against each other. The "
            "Popular Front for the Rebirth of the Central African Repub~lic (FPRC) and the Move~ment of Central "
            "African Lib~er~a~tors for Justice (MLCJ) clashed at the begin~ning of Sep~tem~ber and again on the 14th.",
            "The FPRC holds the MLCJ respon~sible for the death of a son of the sultan, which set off the fighting. "
            "The MLCJ says that the FPRC had long prepared to take the town. Peace~keepers, who have a base at the "
            "air~strip, put the number of fight~ers killed on 14 Sep~tem~ber at more than twenty. Neither side has "
            "con~firmed losses on that scale.",
            "Human~i~tar~ian organi~za~tions estimate that well over 10,000 people fled their homes, nearly the "
            "whole popu~la~tion of the town.",
        ),
    ),
    (
        "Arms embargo eased for small calibres",
        "New York, 12 September 2019",
        (
            "By reso~lu~tion 2488 the Security Council eased the arms embargo that it had imposed in Decem~ber "
            "2013. Weapons of a calibre of 14.5 mil~li~metres or less may now be sup~plied to the national security "
            "forces on noti~fi~ca~tion to the sanc~tions com~mit~tee. The vote was unan~i~mous.",
            "The govern~ment regards the step as a begin~ning and con~tin~ues to ask that the embargo be lifted. "
            "Russia supports the request. Other members tie further steps to the stor~age and marking of weapons. "
            "Several signa~tory groups have said that an army which arms while they are asked to dis~arm gives them "
            "little reason to hurry.",
            "The embargo on armed groups remains as it was. The panel of experts has repeat~edly reported that "
            "weapons reach them across the borders with Sudan, Chad and the Demo~cratic Repub~lic of the Congo.",
        ),
    ),
    (
        "An adviser resigns, a minister stays",
        "Bangui, 29 August 2019",
        (
            "Maha~mat al-Khatim, leader of the MPC, has resigned as special mili~tary adviser to the prime min~is~ter. "
            "He had been appointed in March, with the leaders of the UPC and of 3R, to help set up the mixed units "
            "in the regions where these groups are strong~est.",
            "He blames the govern~ment for not pro~vid~ing what had been agreed in Addis Ababa. The govern~ment "
            "regrets the resig~na~tion and blames the delay in dis~arma~ment on the group. Members of the MPC who "
            "hold public office remain in place, and the group says that it con~tin~ues to respect the agree~ment.",
            "Observ~ers point out that the two other advisers are seldom seen at meetings of the tech~ni~cal "
            "com~mit~tee. Their groups reply that they are repre~sented by deputies.",
        ),
    ),
    (
        "North-west: operation against new positions of 3R",
        "Bouar, 30 September 2019",
        (
            "Peace~keepers began an opera~tion in the north-west at the end of Sep~tem~ber against posi~tions that 3R "
            "had taken up outside its earlier bases. The mission calls this expan~sion a breach of the agree~ment and "
            "says that it had warned the group several times.",
            "The group denies the breach. It says that its men accom~pany herders on the routes of trans~humance, "
            "which is the task of the mixed units that do not exist yet.",
            "On 27 Sep~tem~ber a heli~cop~ter of the mission crashed near Bouar on its return from the area. Three "
            "Sene~galese peace~keepers died and one was injured. An inquiry was opened into the cause.",
            "Local author~ities in Ouham-Pendé and Nana-Mambéré report that several hun~dred people left their "
            "villages for the towns at the begin~ning of the opera~tion. The group puts the number higher and "
            "attri~butes the flight to the peace~keepers, the author~ities to the group.",
        ),
    ),
)


def lines(text: str, font: tuple[str, float]) -> Iterator[str]:
    """Yield the lines of a paragraph in a column, breaking words at `~` where that fills the line better."""
    line = ""
    for word in text.split():
        parts = word.split("~")
        gap = " " if line else ""
        for kept in range(len(parts), -1, -1):
            hyphen = "-" if 0 < kept < len(parts) else ""
            tried = line + gap + "".join(parts[:kept]) + hyphen if kept else line
            if not kept or stringWidth(tried, *font) <= COLUMN:
                break
        if kept == len(parts):
            line = tried
        else:
            yield tried
            line = "".join(parts[kept:])
    yield line


def printed() -> Iterator[tuple[str, tuple[str, float]]]:
    """Yield every line of the bulletin with its font; empty lines part the paragraphs and items."""
    for title, dateline, paragraphs in ITEMS:
        yield from ((line, BOLD) for line in lines(title, BOLD))
        yield dateline, ITALIC
        yield "", BODY
        for paragraph in paragraphs:
            yield from ((line, BODY) for line in lines(paragraph, BODY))
            yield "", BODY
        yield "", BODY


def start_page(canvas: Canvas, number: int) -> float:
    """Draw head and foot of a page and return the height at which its columns start."""
    canvas.setFont(*ITALIC)
    canvas.drawString(MARGIN, HEIGHT - 30, f"{MASTHEAD}  |  {ISSUE}")
    canvas.drawRightString(WIDTH - MARGIN, 30, f"Page {number}")
    canvas.drawString(MARGIN, 30, FOOT)
    if number > 1:
        return HEIGHT - 64
    canvas.setFont("Times-Bold", 20)
    canvas.drawString(MARGIN, HEIGHT - 78, "Khartoum Agreement Monitor")
    return HEIGHT - 110


def main() -> None:
    """Write the PDF."""
    canvas = Canvas(str(TARGET), pagesize=A5, invariant=1)
    canvas.setTitle(f"Khartoum Agreement Monitor, {ISSUE}")
    number, column = 1, 0
    top = y = start_page(canvas, number)
    floor = 92.0
    for text, font in printed():
        if text and y < floor:
            column += 1
            if column == 2:
                canvas.showPage()
                number, column = number + 1, 0
                top = start_page(canvas, number)
            y = top
        if text or y < top:
            canvas.setFont(*font)
            canvas.drawString(MARGIN + column * (COLUMN + GUTTER), y, text)
            y -= LEADING
    canvas.save()


if __name__ == "__main__":
    main()
