# Two records of one person.

merge-alike = <b>{ $name }</b>
    { $total ->
        [0] There is no similar record. Look for the other one by name.
       *[other] Similar records. Which of them is the same person?
    }
merge-found = <b>{ $name }</b>
    Search “{ $part }”: { $total ->
        [0] nobody is there. Check the spelling.
       *[other] which record is the same person?
    }
merge-line = { $number }. { $name }{ $where ->
    [none] {""}
   *[other] , { $where }
}{ $known ->
    [none] {""}
   *[known] , { $birth }
}{ $telegram ->
    [none] {""}
   *[there] , on Telegram
}
merge-search = Find by name
merge-preview = <b>Merge the two records?</b>
merge-kept = <b>Stays:</b> { $name }{ $where ->
    [none] {""}
   *[other] , { $where }
}{ $known ->
    [none] {""}
   *[known] , { $birth }
}
merge-dropped = <b>Joins it:</b> { $name }{ $where ->
    [none] {""}
   *[other] , { $where }
}{ $known ->
    [none] {""}
   *[known] , { $birth }
}
merge-figures = Roles: { $memberships }, pairs: { $mentorships }, questionnaires: { $responses }
merge-stays = Everything in both records will be one under the name “{ $name }”. { $account ->
    [own] The Telegram of the first record stays, and we tell the other chat.
    [only] The Telegram account is kept.
   *[none] Neither record has Telegram.
} They can’t be separated again.
merge-yes = Merge
merge-swap = The other way round
merge-done = Done: { $name } is one record now.
merge-told = The curator has merged your two records: { $name }. Go on with the phone on which the bot is open under the main record: all pairs, meetings and questionnaires are there.
merge-gone = This record is gone: it was merged with another. Open “People” again.
merge-same = This is one and the same record. Choose another.
merge-opposite = { $name } and { $other } work with each other in a pair, so they are different people.
merge-births = The births of { $name } and { $other } lie more than a year apart, so they are different people.
merge-guardian = { $name } and { $other }: one answers for the other, so they are different people.
merge-self = This is your own record: press “The other way round” so that it stays.
merge-elsewhere = { $name } takes part in another organisation too. Only its curator can merge the records.
