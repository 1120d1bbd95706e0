# The frame around a question; what the question says comes from its definition.
dialogue-title = <b>{ $title }</b>
dialogue-question = <b>{ $text }</b>
dialogue-hint = <i>{ $text }</i>
dialogue-problem = ⚠️ { $text }
dialogue-answer = { $label }: { $answer }
dialogue-gone = This form is closed already. Whatever waits for your answer is in the menu: /menu
dialogue-cancel-sure = Cancel? All that you entered will be erased. If you are only short of time, press nothing: the form waits in the menu, under “Unfinished”.
dialogue-cancel-yes = Yes, cancel
dialogue-nothing = There is nothing to cancel: no form is open.
dialogue-edited = I see the message was edited, but the answer is stored as it was. To change it, press “Back” under the question.
fault-apology = That did not work: something went wrong on my side, and I have noted it. Please try again or open the menu: /menu. Everything you answered before is kept.
