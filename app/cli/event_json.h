// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace playground {

class JsonWriter;
class Trace;

/// Writes the event at `index` as one JSON object with all its fields: its place in the trace ("i"), its kind ("event"), its time in
/// ns ("t"), and what the kind has beside. Reading these objects back in the order of "i" gives the same trace.
void writeEvent(JsonWriter &json, const Trace &trace, qsizetype index);

} // namespace playground
