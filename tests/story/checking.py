"""What the officers do in a browser with a file that came in: on a wide window, in English."""

from playwright.sync_api import Page, expect

from tests.story.applying import looked


def judge(page: Page, number: int, faults: dict[str, str]) -> None:
    """Find the file on the list, judge every point of it; those of `faults` are faults, in these words."""
    page.goto("/en/desk/checks/")
    page.locator("#q").fill(str(number))
    page.locator("#q").press("Enter")
    looked(page).locator(f"main .rows a[href$='/{number}/']").first.click()
    boxes = page.locator("fieldset.check")
    expect(boxes.first).to_be_visible()
    for code in [str(each.get_attribute("id")).removeprefix("check-") for each in boxes.all()]:
        said = "fault" if code in faults else "met"
        page.locator(f"[name='judged-{code}'][value={said}]").check()
        if code in faults:
            words = page.locator(f"[name='words-{code}']")
            if not words.is_visible():
                page.locator(f"#check-{code} summary").click()
            words.fill(faults[code])
    looked(page).get_by_role("button", name="Keep what I judged").click()
    expect(page.locator("body")).to_contain_text(" kept.")


def notify(page: Page, number: int, places: dict[str, str]) -> None:
    """Send a notice of faults that names these places."""
    page.get_by_role("link", name="Send a notice of faults").click()
    for code, place in places.items():
        box = page.locator(f"[name='places-{code}'][value='{place}']")
        if not box.is_visible():
            page.locator(f"section:has(#f-{code}) summary").first.click()
        box.check()
    looked(page).get_by_role("button", name="Send the notice").click()
    expect(page.locator("body")).to_contain_text("The notice is out.")


def refuse(page: Page, number: int, code: str, words: str) -> None:
    """Refuse by a code of the call."""
    page.get_by_role("link", name="Refuse by a code").click()
    page.locator(f"[name=code][value={code}]").check()
    page.locator("[name=words]").fill(words)
    looked(page).get_by_role("button", name="Refuse the application").click()
    expect(page.locator("body")).to_contain_text("Refused. The applicant is told")


def uphold(officer: Page, colleague: Page, number: int, words: str) -> None:
    """Whoever has refused cannot answer the complaint; somebody else upholds it."""
    for page in (officer, colleague):
        page.goto("/en/desk/complaints/")
        page.locator("main .rows > *", has_text=f"{number}").locator("a").first.click()
        if page is officer:
            expect(page.locator("[name=how]")).to_have_count(0)
    looked(colleague).locator("[name=how][value=upheld]").check()
    colleague.locator("[name=words]").fill(words)
    colleague.get_by_role("main").get_by_role("button").last.click()
    expect(colleague.locator("body")).to_contain_text("Answered.")


def admit(page: Page, number: int) -> None:
    """Admit a file whose list is judged to the end."""
    page.get_by_role("link", name="Admit", exact=True).click()
    looked(page).get_by_role("button", name="Admit the application").click()
    expect(page.locator("body")).to_contain_text("Admitted.")
