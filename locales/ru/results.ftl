# Результаты анкет: вопрос строками, картинки, выгрузка ответов; изменение от входа к выходу.

## Один вопрос строками: в чате, разметка HTML

results-question = <b>{ $title }</b>
results-answered = Ответили { $answered } из { $finished }
results-mean = В среднем <b>{ NUMBER($mean, minimumFractionDigits: 1) }</b>, медиана { NUMBER($median, minimumFractionDigits: 1) }
results-bar = { $bar } { $count } ({ $share } %) — { $label }
results-bar-step = { $label } { $bar } { $count } ({ $share } %)
results-more = …и ещё { $count ->
    [one] { $count } вариант
    [few] { $count } варианта
   *[other] { $count } вариантов
 }: все в таблице

## Картинка одного вопроса и обзор многих

results-chart-answered = Ответили { $answered } из { $finished }
results-chart-empty = Ответов пока нет
results-chart-words-only = Ответы словами — в списке
results-chart-others = остальные ({ $count })
results-chart-mean = В среднем { $mean }, медиана { $median }
results-chart-legend-mean = среднее
results-chart-legend-half = половина ответов
results-chart-count = n { $count }
results-chart-none = нет ответов

## Изменение строками

change-points-up = Из { $paired ->
    [one] { $paired } пары
   *[other] { $paired } пар
 } ответов: «{ $label }» — оценка выросла в среднем на { NUMBER($change, minimumFractionDigits: 1) } балла из { $top }{ $known ->
    [yes] , 95 % от { NUMBER($low, minimumFractionDigits: 1) } до { NUMBER($high, minimumFractionDigits: 1) }
   *[no] { "" }
 }
change-points-down = Из { $paired ->
    [one] { $paired } пары
   *[other] { $paired } пар
 } ответов: «{ $label }» — оценка снизилась в среднем на { NUMBER($change, minimumFractionDigits: 1) } балла из { $top }{ $known ->
    [yes] , 95 % от { NUMBER($low, minimumFractionDigits: 1) } до { NUMBER($high, minimumFractionDigits: 1) }
   *[no] { "" }
 }
change-points-same = Из { $paired ->
    [one] { $paired } пары
   *[other] { $paired } пар
 } ответов: «{ $label }» — оценка в среднем не изменилась: сдвиг { NUMBER($change, minimumFractionDigits: 1) } балла из { $top }{ $known ->
    [yes] , 95 % от { NUMBER($low, minimumFractionDigits: 1) } до { NUMBER($high, minimumFractionDigits: 1) }
   *[no] { "" }
 }
change-number-up = Из { $paired ->
    [one] { $paired } пары
   *[other] { $paired } пар
 } ответов: «{ $label }» — число выросло в среднем на { NUMBER($change, minimumFractionDigits: 1) }{ $known ->
    [yes] , 95 % от { NUMBER($low, minimumFractionDigits: 1) } до { NUMBER($high, minimumFractionDigits: 1) }
   *[no] { "" }
 }
change-number-down = Из { $paired ->
    [one] { $paired } пары
   *[other] { $paired } пар
 } ответов: «{ $label }» — число снизилось в среднем на { NUMBER($change, minimumFractionDigits: 1) }{ $known ->
    [yes] , 95 % от { NUMBER($low, minimumFractionDigits: 1) } до { NUMBER($high, minimumFractionDigits: 1) }
   *[no] { "" }
 }
change-number-same = Из { $paired ->
    [one] { $paired } пары
   *[other] { $paired } пар
 } ответов: «{ $label }» — число в среднем не изменилось: сдвиг { NUMBER($change, minimumFractionDigits: 1) }{ $known ->
    [yes] , 95 % от { NUMBER($low, minimumFractionDigits: 1) } до { NUMBER($high, minimumFractionDigits: 1) }
   *[no] { "" }
 }
change-few = «{ $label }»: мало данных. { $paired ->
    [0] Пар ответов пока нет
    [one] Есть { $paired } пара ответов
    [few] Есть { $paired } пары ответов
   *[other] Есть { $paired } пар ответов
 }, нужно хотя бы { $fewest }
change-means = Было { NUMBER($before, minimumFractionDigits: 1) }, стало { NUMBER($after, minimumFractionDigits: 1) }. Оба раза ответили { $paired } из { $enrolled }
change-effect = { $size ->
    [tiny] Сдвиг едва заметный
    [small] Сдвиг небольшой
    [medium] Сдвиг средний
   *[large] Сдвиг большой
 } (d { NUMBER($effect, minimumFractionDigits: 1) })
change-alike = У всех ответ сдвинулся одинаково
change-nobody = Никто не изменил ответа
change-chance-rare = Вряд ли случайность: без настоящих изменений такое бывает реже 1 раза из { $of }
change-chance-unlikely = Вряд ли случайность: без настоящих изменений такое бывает примерно { $times ->
    [one] { $times } раз
    [few] { $times } раза
   *[other] { $times } раз
 } из 100
change-chance-possible = Может быть и случайностью: без настоящих изменений такое бывает примерно { $times ->
    [one] { $times } раз
    [few] { $times } раза
   *[other] { $times } раз
 } из 100
change-chance-unknown = Случайность ли это, по числам не скажешь: пар меньше { $fewest }
change-note-interval = «95 %» — пределы, в которых с такой уверенностью лежит настоящее среднее изменение; минус — сдвиг в другую сторону. d — сдвиг по сравнению с тем, как по-разному менялись ответы у разных людей.
change-note-many = Показателей { $count }: один-два из них могли сдвинуться случайно.
change-note-cause = Это разница до и после. Сама по себе она не доказывает, что её причина — наставничество.

## Картинка изменения

change-chart-before = до
change-chart-after = после
change-chart-up = выросло
change-chart-down = снизилось
change-chart-count = n — пар ответов
change-chart-few = мало данных (n { $paired })
change-chart-empty = Сравнивать пока нечего

## Выгрузка ответов: имена листов (до 31 знака), столбцы, значения

results-sheet-responses = Ответы
results-sheet-more = Ответы { $number }
results-sheet-codebook = Описание вопросов
results-sheet-totals = Итоги

results-column-number = Номер
results-column-questionnaire = Анкета
results-column-version = Версия
results-column-organisation = Организация
results-column-form = Форма
results-column-role = Роль
results-column-person = Кто
results-column-answered-at = Когда
results-column-paper = С бумаги
results-column-column = Столбец
results-column-question = Вопрос
results-column-text = Текст вопроса
results-column-kind = Вид
results-column-bottom = От
results-column-low = Что значит «от»
results-column-top = До
results-column-high = Что значит «до»
results-column-options = Варианты
results-column-measures = Шкала
results-column-reversed = Обратный
results-column-value = Значение
results-column-count = Ответов
results-column-mean = Среднее
results-column-median = Медиана

results-value-yes = да
results-value-no = нет
results-value-answered = всего ответили
results-value-kind-single = один вариант
results-value-kind-multi = несколько вариантов
results-value-kind-scale = шкала
results-value-kind-number = число
results-value-kind-text = текст
results-value-kind-date = дата
results-value-kind-time = время
results-value-kind-contact = телефон
results-value-kind-pick = выбор из списка
results-value-kind-consent = согласие
results-value-kind-photo = фото
results-value-kind-file = файл
