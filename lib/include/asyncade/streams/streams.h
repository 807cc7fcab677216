// SPDX-License-Identifier: MIT
#pragma once

// All stream helpers.
#include <asyncade/streams/buffer.h>
#include <asyncade/streams/chunk.h>
#include <asyncade/streams/collect.h>
#include <asyncade/streams/debounce.h>
#include <asyncade/streams/enumerate.h>
#include <asyncade/streams/filter.h>
#include <asyncade/streams/from_generator.h>
#include <asyncade/streams/from_range.h>
#include <asyncade/streams/map.h>
#include <asyncade/streams/merge.h>
#include <asyncade/streams/stream.h>
#include <asyncade/streams/take.h>
#include <asyncade/streams/throttle.h>
#include <asyncade/streams/zip.h>
