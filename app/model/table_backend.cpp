// SPDX-License-Identifier: MIT
#include "model/parameter_builder.h"

#include <QJsonArray>

namespace playground::table {

namespace {

Kind latency(const char *id, const QString &title, const QString &help, std::vector<Parameter> parameters)
{
    return {QLatin1String(id), QStringLiteral("latency"), title, help, std::move(parameters)};
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
        .words(Words::tr("So many"), Words::tr("How many first attempts of such a request fail, or always."));
}

Kind failure(const char *id, const QString &title, const QString &help, std::vector<Parameter> parameters)
{
    if (QLatin1String(id) != QLatin1String("never")) {
        parameters.push_back(Builder(ParameterType::Error, "error", 503)
                                 .range(400, 599)
                                 .choices({QStringLiteral("offline"), QStringLiteral("hang")})
                                 .words(Words::tr("Error"),
                                        Words::tr("The failing answer: a status, offline, or hang: no answer ever.")));
        parameters.push_back(optionalDuration("after").words(
            Words::tr("After"), Words::tr("When the failing answer comes; none: after the drawn latency.")));
    }
    return {QLatin1String(id), QStringLiteral("failure"), title, help, std::move(parameters)};
}

std::vector<Parameter> serverParameters()
{
    return {
        optionalInteger("capacity")
            .slider(1, 32)
            .words(Words::tr("Capacity"),
                   Words::tr("How many requests the server works on at once; none: any number.")),
        choice("whenFull", {QStringLiteral("queue"), QStringLiteral("refuse")})
            .words(Words::tr("When full"), Words::tr("queue: requests wait in line. refuse: they get a 503.")),
        optionalInteger("queue")
            .range(0, mostOfAnything)
            .words(Words::tr("Queue"), Words::tr("How many may wait in line; none: any number.")),
        Builder(ParameterType::Rate, "rate", QJsonValue::Null)
            .range(0.001, mostOfAnything)
            .slider(1, 100)
            .nullable()
            .words(Words::tr("Rate"), Words::tr("How many requests per second the server accepts; none: any number.")),
        integer("burst", 1).words(Words::tr("Burst"), Words::tr("How many it accepts at once after a pause.")),
        duration("refuseAfter", "20ms").words(Words::tr("Refuses after"), Words::tr("How long a refusal takes.")),
        flag("retryAfter", true)
            .words(Words::tr("Sends Retry-After"), Words::tr("Whether a 429 says when to come back.")),
        number("slowdown", 0)
            .range(0, 1000)
            .slider(0, 1)
            .words(Words::tr("Slowdown"),
                   Words::tr("How much slower it gets for each other request in service: 0.1 is 10 % each.")),
        duration("perItem", "0ms")
            .words(Words::tr("Per item"), Words::tr("Additional time for each request that a call carries.")),
        choice("onCancel", {QStringLiteral("stop"), QStringLiteral("finish")})
            .words(Words::tr("On cancel"),
                   Words::tr("stop: work ends when the client gives up. finish: it keeps its place to the end.")),
    };
}

} // namespace

void addLatencies(std::vector<Kind> &kinds)
{
    kinds.push_back(latency("constant", Words::tr("Constant"), Words::tr("Every answer takes the same time."),
                            {time("value", "100ms", Words::tr("Latency"), Words::tr("How long every answer takes."))}));
    kinds.push_back(latency("uniform", Words::tr("Uniform"),
                            Words::tr("Any time between two bounds is equally likely."),
                            {time("min", "50ms", Words::tr("From"), Words::tr("The shortest time.")),
                             time("max", "150ms", Words::tr("To"), Words::tr("The longest time."))}));
    kinds.push_back(latency(
        "normal", Words::tr("Normal"), Words::tr("Most times lie near the mean, fewer the farther from it; none below 0."),
        {time("mean", "100ms", Words::tr("Mean"), Words::tr("The middle of the bell curve.")),
         time("sd", "20ms", Words::tr("Spread"), Words::tr("The standard deviation: two thirds lie within it."))}));
    kinds.push_back(latency("log-normal", Words::tr("Log-normal"),
                            Words::tr("Most answers are quick and a few take long, as on real servers."),
                            {duration("median", "300ms")
                                 .range(QStringLiteral("1us"), QStringLiteral("24h"))
                                 .words(Words::tr("Median"), Words::tr("Half of the answers are quicker.")),
                             duration("p95", "700ms")
                                 .range(QStringLiteral("1us"), QStringLiteral("24h"))
                                 .slider(QStringLiteral("0ms"), QStringLiteral("5s"))
                                 .words(Words::tr("95 %"), Words::tr("95 of 100 answers are quicker."))}));
    kinds.push_back(latency("exponential", Words::tr("Exponential"),
                            Words::tr("Short times are the most likely; a few are very long."),
                            {time("mean", "100ms", Words::tr("Mean"), Words::tr("The average time."))}));
    kinds.push_back(latency("list", Words::tr("List"),
                            Words::tr("Times from a list, one after the other, then from the start again."),
                            {list("values", ListItems::Durations,
                                  QJsonArray{QStringLiteral("300ms"), QStringLiteral("100ms"), QStringLiteral("200ms")})
                                 .words(Words::tr("Times"), Words::tr("At least one duration."))}));
}

void addFailures(std::vector<Kind> &kinds)
{
    kinds.push_back(failure("never", Words::tr("Never"), Words::tr("Every attempt succeeds."), {}));
    kinds.push_back(
        failure("probability", Words::tr("By chance"), Words::tr("Each attempt fails with the same probability."),
                {probability("p", 0.1).words(Words::tr("Fails"),
                                             Words::tr("The part of the attempts that fails: 0.1 is one in ten."))}));
    kinds.push_back(failure("first", Words::tr("First attempts"),
                            Words::tr("The first attempts of each request fail, later ones succeed."), {attempts(2)}));
    kinds.push_back(failure(
        "every", Words::tr("Every n-th"), Words::tr("Only requests n, 2n, 3n … fail, by their number."),
        {integer("n", 5).words(Words::tr("Every"), Words::tr("Which requests: 5 means 5, 10, 15 …")), attempts(1)}));
    kinds.push_back(failure("named", Words::tr("Chosen ones"), Words::tr("Only the named requests fail."),
                            {list("requests", ListItems::RequestNames, QJsonArray{1})
                                 .words(Words::tr("Requests"), Words::tr("Numbers, or names of a list source.")),
                             attempts(1)}));
}

void addBackend(std::vector<Kind> &kinds)
{
    kinds.push_back({QStringLiteral("server"), QStringLiteral("backend"), Words::tr("Server"),
                     Words::tr("The fake server that answers every attempt."), serverParameters()});
}

} // namespace playground::table
