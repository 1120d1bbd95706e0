# Что куратор и психолог заполняют о других: итоги подопечного, совместимость, оценка программы.

## Кнопки
observations-back = Назад
observations-to-campaigns = К опросам
observations-answers = Ответы участников
observations-door-outcomes = Итоги подопечного
observations-door-compatibility = Совместимость
observations-enter = { $again ->
    [True] { $which ->
        [entry] Исправить «до»
       *[exit] Исправить «после»
    }
   *[other] { $which ->
        [entry] До начала
       *[exit] По итогам
    }
}
observations-criteria = { $again ->
    [True] Оценить заново
   *[other] Девять критериев
}
observations-swot = Сильные и слабые
observations-swot-again = Написать заново

## Итоги подопечного
observations-whose = Чьи итоги открыть?
observations-outcomes-head = <b>Итоги: { $name }</b>
observations-outcomes-line = { $which ->
    [entry] До начала
   *[exit] По итогам
}: { $known ->
    [True] записано { $when }
   *[other] ещё не записано
}
observations-kept = Спасибо! Записано. Если что-то изменится, заполните заново: останутся новые ответы.
observations-not-now = Сейчас это заполнить нельзя: пара ещё не начала работу или уже закончила её. Откройте пару заново: /pairs

## Совместимость
observations-compatibility-kept = Спасибо! Заключение записано, оно стоит на карточке пары. Его видят только куратор и психолог.
observations-card-compatibility = Совместимость: { $conclusion }, { $when }

## Оценка программы
observations-where = Какую организацию оценить?
observations-programme-head =
    <b>Оценка программы</b>
    { $organisation }, { $year } учебный год
observations-criteria-none = Девять критериев в этом году ещё не оценены.
observations-criteria-result = Девять критериев: { $total } из 18, { $level ->
    [optimal] оптимальный уровень
    [acceptable] допустимый уровень
   *[not-acceptable] недопустимый уровень
}.
observations-swot-none = Сильные и слабые стороны ещё не описаны.
observations-swot-kept = Сильные и слабые стороны описаны.
observations-before = Прошлые годы:
observations-criteria-year = { $year }: { $total } из 18, { $level ->
    [optimal] оптимальный
    [acceptable] допустимый
   *[not-acceptable] недопустимый
}
observations-swot-head =
    <b>Сильные и слабые стороны</b>
    { $organisation }, { $year } учебный год
observations-swot-part =
    <b>{ $part ->
        [strengths] Сильные стороны
        [weaknesses] Слабые стороны
        [opportunities] Возможности
       *[threats] Риски
    }</b>
    <blockquote expandable>{ $text }</blockquote>
