// SPDX-License-Identifier: MIT
// What the pages of the guide need beside what every reader has.
#pragma once

#include "reader.h"

#include <asyncade/testing/marbles.h>
#include <asyncade/testing/test_clock.h>

#include <QTest>
