// SPDX-License-Identifier: MIT
#pragma once

#include "model/number_text.h"
