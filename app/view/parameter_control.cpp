// SPDX-License-Identifier: MIT
#include "view/parameter_control.h"

#include "view/choice_control.h"
#include "view/list_control.h"
#include "view/number_control.h"
#include "view/item_lines_control.h"
#include "view/switch_control.h"
#include "view/value_scale.h"

namespace playground {

ParameterControl *makeControl(const Parameter &parameter, QWidget *parent)
{
    if (ValueScale::fits(parameter))
        return new NumberControl(parameter, parent);
    switch (parameter.type) {
    case ParameterType::Boolean:
        return new SwitchControl(parameter, parent);
    case ParameterType::Choice:
        return new ChoiceControl(parameter, parent);
    case ParameterType::List:
        break;
    default:
        return new TextControl(parameter, parent);
    }
    switch (parameter.items) {
    case ListItems::Words:
        return new WordsControl(parameter, parent);
    case ListItems::SourceItems:
        return new ItemLinesControl(parameter, ItemLines::ofSource(), parent);
    case ListItems::TapeEvents:
        return new ItemLinesControl(parameter, ItemLines::ofTape(), parent);
    default:
        return new TextControl(parameter, parent);
    }
}

} // namespace playground
