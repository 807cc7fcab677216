// SPDX-License-Identifier: MIT
#include "cli/event_json.h"

#include "cli/json_writer.h"
#include "cli/trace_words.h"

namespace playground {

namespace {

void writePart(JsonWriter &json, const Trace &trace, const Record &record)
{
    const PartInfo &part = trace.parts()[size_t(record.b)];
    json.key("kind").value(part.kind).key("path").value(part.path).key("name").value(part.name);
}

void writeTry(JsonWriter &json, const Record &record)
{
    json.key("try").value(int(record.tryNumber)).key("copy").value(int(record.copy));
}

void writeAttemptEnd(JsonWriter &json, const Record &record)
{
    json.key("number").value(record.a);
    writeTry(json, record);
    json.key("outcome").value(word(record.attemptOutcome())).key("code").value(int(record.code));
    if (record.b >= 0)
        json.key("retryAfter").value(record.b);
}

void writeSettle(JsonWriter &json, const Record &record)
{
    json.key("outcome").value(word(record.requestOutcome())).key("number").value(record.a);
    json.key("code").value(int(record.code)).key("defaulted").value(record.copy == 1);
    if (record.b > 0)
        json.key("cause").value(record.b);
}

void writeWait(JsonWriter &json, const Record &record)
{
    writeTry(json, record);
    json.key("reason").value(word(record.reason()));
    if (record.b >= 0)
        json.key("until").value(record.b);
    json.key("ahead").value(record.a);
}

void writeLevel(JsonWriter &json, const Level &level)
{
    json.key("name").value(level.name).key("value").value(level.value).key("slope").value(level.slopePerSecond);
    if (level.limit)
        json.key("limit").value(*level.limit);
}

void writeFields(JsonWriter &json, const Trace &trace, const Record &record)
{
    switch (record.kind) {
    case EventKind::Part: writePart(json, trace, record); break;
    case EventKind::Arrive:
        if (record.b >= 0)
            json.key("text").value(trace.text(record.b));
        break;
    case EventKind::Join: json.key("lead").value(record.a); break;
    case EventKind::Wait: writeWait(json, record); break;
    case EventKind::Go:
        writeTry(json, record);
        json.key("how").value(word(record.how())).key("from").value(record.a);
        break;
    case EventKind::Free:
    case EventKind::Dispatch: break;
    case EventKind::Attempt:
        json.key("number").value(record.a);
        writeTry(json, record);
        break;
    case EventKind::AttemptEnd: writeAttemptEnd(json, record); break;
    case EventKind::Settle: writeSettle(json, record); break;
    case EventKind::Level: writeLevel(json, trace.level(record)); break;
    case EventKind::Edit: {
        const EditText edit = trace.edit(record);
        json.key("path").value(edit.path).key("old").value(edit.before).key("new").value(edit.after);
        break;
    }
    case EventKind::Mark: json.key("text").value(trace.text(record.b)); break;
    case EventKind::End: json.key("reason").value(word(record.endReason())); break;
    }
}

} // namespace

void writeEvent(JsonWriter &json, const Trace &trace, qsizetype index)
{
    const Record &record = trace.records()[size_t(index)];
    json.beginObject().key("i").value(index).key("event").value(word(record.kind)).key("t").value(record.t);
    // A level keeps its slope where the others keep their request.
    if (record.request != 0 && record.kind != EventKind::Level)
        json.key("request").value(record.request);
    if (record.part != 0)
        json.key("part").value(int(record.part));
    writeFields(json, trace, record);
    json.end();
}

} // namespace playground
