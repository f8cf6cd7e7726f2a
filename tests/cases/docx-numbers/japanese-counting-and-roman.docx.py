"""Roman numbers and a pattern with words."""


def build(docx):
    parts = docx.numbering(("upperRoman", "Part %1."))
    questions = docx.numbering(("decimal", "Question %1:"))
    bullets = docx.numbering(("bullet", "·"))

    docx.p("Warehouse Shift Lead: structured interview", "Title")
    docx.p("Safety (2 questions, 10 marks each)", number=(parts, 0))
    docx.p(
        "A driver refuses to wear the vest because it is hot. What do you say, and what do you do if he refuses again?",
        number=(questions, 0),
    )
    docx.p("**Model answer:**")
    docx.p("State the rule and the reason in one sentence.", number=(bullets, 0))
    docx.p("Offer a lighter vest and water.", number=(bullets, 0))
    docx.p("At the second refusal he leaves the floor, and you write it down.", number=(bullets, 0))
    docx.p(
        "You find a fire door held open by a pallet at five in the morning. Nobody admits to it. How do you go on?",
        number=(questions, 0),
    )
    docx.p("**Model answer:**")
    docx.p("Clear the door before asking who it was.", number=(bullets, 0))
    docx.p("Find out why it was convenient; the reason will come back.", number=(bullets, 0))
    docx.p("Planning (1 question, 20 marks)", number=(parts, 0))
    questions = docx.again(questions)
    docx.p(
        "Two people call in sick and a truck is three hours early. Reorganise your shift of nine.",
        number=(questions, 0),
    )
    docx.p("**Model answer:**")
    docx.p("Ask the driver what must come off first.", number=(bullets, 0))
    docx.p("Move two pickers to the dock and tell sales which orders will be late.", number=(bullets, 0))
