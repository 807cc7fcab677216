// SPDX-License-Identifier: MIT
#include "model/parameter_builder.h"

#include <QJsonArray>

namespace playground::table {

namespace {

QString tr(const char *text) { return Words::tr(text); }

Kind latency(const char *id, const QString &title, const QString &help, std::vector<Parameter> parameters)
{
    return {QLatin1String(id), QStringLiteral("latency"), title, help, std::move(parameters), true};
}

Parameter time(const char *key, const char *value, const QString &title, const QString &help)
{
    return duration(key, value).words(title, help);
}

Parameter attempts(int value)
{
    return Builder(ParameterType::Attempts, "attempts", value)
        .range(0, mostOfAnything)
        .slider(0, 10)
        .choices({QStringLiteral("always")})
        .words(tr("First attempts"), tr("How many first attempts of such a request fail, or always."));
}

Kind failure(const char *id, const QString &title, const QString &help, std::vector<Parameter> parameters)
{
    if (QLatin1String(id) != QLatin1String("never")) {
        parameters.push_back(Builder(ParameterType::Error, "error", 503)
                                 .range(400, 599)
                                 .choices({QStringLiteral("offline"), QStringLiteral("hang")})
                                 .words(tr("Error"), tr("The failing answer: a status, offline, or hang: no answer ever.")));
        parameters.push_back(optionalDuration("after").words(tr("After"), tr("When the failing answer comes; none: after the drawn latency.")));
    }
    return {QLatin1String(id), QStringLiteral("failure"), title, help, std::move(parameters), true};
}

std::vector<Parameter> serverParameters()
{
    return {
        optionalInteger("capacity").slider(1, 32).words(tr("Capacity"), tr("How many requests the server works on at once; none: any number.")),
        choice("whenFull", {QStringLiteral("queue"), QStringLiteral("refuse")})
            .words(tr("When full"), tr("queue: requests wait in line. refuse: they get a 503.")),
        optionalInteger("queue").range(0, mostOfAnything).words(tr("Queue"), tr("How many may wait in line; none: any number.")),
        Builder(ParameterType::Rate, "rate", QJsonValue::Null)
            .range(0.001, mostOfAnything)
            .slider(1, 100)
            .nullable()
            .words(tr("Rate"), tr("How many requests per second the server accepts; none: any number.")),
        integer("burst", 1).words(tr("Burst"), tr("How many it accepts at once after a pause.")),
        duration("refuseAfter", "20ms").words(tr("Refuses after"), tr("How long a refusal takes.")),
        flag("retryAfter", true).words(tr("Sends Retry-After"), tr("Whether a 429 says when to come back.")),
        number("slowdown", 0)
            .range(0, 1000)
            .slider(0, 1)
            .words(tr("Slowdown"), tr("How much slower it gets for each other request in service: 0.1 is 10 % each.")),
        duration("perItem", "0ms").words(tr("Per item"), tr("Additional time for each request that a call carries.")),
        choice("onCancel", {QStringLiteral("stop"), QStringLiteral("finish")})
            .words(tr("On cancel"), tr("stop: work ends when the client gives up. finish: it keeps its place to the end.")),
    };
}

} // namespace

void addLatencies(std::vector<Kind> &kinds)
{
    kinds.push_back(latency("constant", tr("Constant"), tr("Every answer takes the same time."),
                            {time("value", "100ms", tr("Latency"), tr("How long every answer takes."))}));
    kinds.push_back(latency("uniform", tr("Uniform"), tr("Any time between two bounds is equally likely."),
                            {time("min", "50ms", tr("From"), tr("The shortest time.")), time("max", "150ms", tr("To"), tr("The longest time."))}));
    kinds.push_back(latency("normal", tr("Normal"), tr("Times spread evenly around a mean; never below 0."),
                            {time("mean", "100ms", tr("Mean"), tr("The middle of the bell curve.")),
                             time("sd", "20ms", tr("Spread"), tr("The standard deviation: two thirds lie within it."))}));
    kinds.push_back(latency("log-normal", tr("Log-normal"), tr("Most answers are quick and a few take long, as on real servers."),
                            {duration("median", "300ms").range(QStringLiteral("1us"), QStringLiteral("24h")).words(tr("Median"), tr("Half of the answers are quicker.")),
                             duration("p95", "700ms")
                                 .range(QStringLiteral("1us"), QStringLiteral("24h"))
                                 .slider(QStringLiteral("0ms"), QStringLiteral("5s"))
                                 .words(tr("95 %"), tr("So many of the answers are quicker."))}));
    kinds.push_back(latency("exponential", tr("Exponential"), tr("Short times are the most likely; a few are very long."),
                            {time("mean", "100ms", tr("Mean"), tr("The average time."))}));
    kinds.push_back(latency("list", tr("List"), tr("Times from a list, one after the other, then from the start again."),
                            {list("values", ListItems::Durations, QJsonArray{QStringLiteral("300ms"), QStringLiteral("100ms"), QStringLiteral("200ms")})
                                 .words(tr("Times"), tr("At least one duration."))}));
}

void addFailures(std::vector<Kind> &kinds)
{
    kinds.push_back(failure("never", tr("Never"), tr("Every attempt succeeds."), {}));
    kinds.push_back(failure("probability", tr("By chance"), tr("Each attempt fails with the same probability."),
                            {probability("p", 0.1).words(tr("Fails"), tr("The part of the attempts that fails: 0.1 is one in ten."))}));
    kinds.push_back(failure("first", tr("First attempts"), tr("The first attempts of each request fail, later ones succeed."), {attempts(2)}));
    kinds.push_back(failure("every", tr("Every n-th"), tr("Only requests n, 2n, 3n … fail, by their number."),
                            {integer("n", 5).words(tr("Every"), tr("Which requests: 5 means 5, 10, 15 …")), attempts(1)}));
    kinds.push_back(failure("named", tr("Chosen ones"), tr("Only the named requests fail."),
                            {list("requests", ListItems::RequestNames, QJsonArray{1}).words(tr("Requests"), tr("Numbers, or names of a list source.")),
                             attempts(1)}));
}

void addBackend(std::vector<Kind> &kinds)
{
    kinds.push_back({QStringLiteral("server"), QStringLiteral("backend"), tr("Server"), tr("The fake server that answers every attempt."),
                     serverParameters(), true});
}

} // namespace playground::table
