// SPDX-License-Identifier: MIT
#include "model/backoff_facts.h"

#include "model/scenario_path.h"
#include "model/values_then.h"

#include <algorithm>
#include <cmath>

namespace playground {

namespace {

/// How long the wait is meant to be.
qint64 drawnLength(const Run &run, const Span &wait)
{
    const qint64 until = run.trace().records()[wait.record].b;
    return until >= 0 ? until - wait.begin : wait.lengthAt(run.now());
}

bool wasAsked(const Run &run, const Span &wait)
{
    const Span *failed = triedBefore(run, wait);
    if (!failed || failed->end != wait.begin)
        return false;
    const Record *answer = lastRetryAfter(run, wait, failed->end, [failed](const Record &record) {
        return record.request == failed->request && record.a == failed->number;
    });
    return answer && answer->b > 0 && answer->b == drawnLength(run, wait);
}

} // namespace

const Span *triedBefore(const Run &run, const Span &wait)
{
    const Span *tried = nullptr;
    for (const Span &span : run.timeline().spansOf(run.timeline().lanes()[wait.request - 1])) {
        if (!span.isWait() && span.tryNumber + 1 == wait.tryNumber && span.copy == wait.copy)
            tried = &span;
    }
    return tried;
}

BackoffFacts backoffFacts(const Run &run, const Span &wait)
{
    BackoffFacts facts;
    facts.drawn = drawnLength(run, wait);
    facts.asked = wasAsked(run, wait);
    const PartInfo *part = run.trace().part(wait.part);
    if (!part)
        return facts;
    const Scenario then = valuesBefore(run, wait.record);
    const Section *retry = followPath(then, part->path + QStringLiteral(".kind")).section;
    if (!retry || !retry->kind().parameter(QStringLiteral("jitter")))
        return facts;
    facts.jitter = retry->jitter(QStringLiteral("jitter"));
    const double grown = double(retry->duration(QStringLiteral("base")).count()) *
                         std::pow(retry->number(QStringLiteral("factor")), wait.tryNumber - 2);
    facts.nominal = qRound64(std::min(grown, double(retry->duration(QStringLiteral("cap")).count())));
    return facts;
}

} // namespace playground
