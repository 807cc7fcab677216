// SPDX-License-Identifier: MIT
#include "model/parameter_builder.h"

#include <QJsonArray>

namespace playground::table {

namespace {

Parameter count()
{
    return integer("count", 8)
        .range(0, mostRequests)
        .slider(1, 100)
        .words(Words::tr("Requests"), Words::tr("How many requests the source makes."));
}

Parameter label()
{
    return text("label", QStringLiteral("request {n}"))
        .words(Words::tr("Label"),
               Words::tr("The text of each request; {n} is its number, {text} what the pad holds."));
}

Builder every() { return duration("every", "100ms").range(QStringLiteral("1ns"), QStringLiteral("24h")); }

Kind source(const char *id, const QString &title, const QString &help, std::vector<Parameter> parameters)
{
    for (Parameter &parameter : parameters)
        parameter.applies = Applies::Restart; // What has arrived cannot be taken back.
    return {QLatin1String(id), QStringLiteral("source"), title, help, std::move(parameters)};
}

} // namespace

void addSources(std::vector<Kind> &kinds)
{
    kinds.push_back(source("count", Words::tr("All at once"),
                           Words::tr("A number of requests that all arrive at t = 0."), {count(), label()}));
    kinds.push_back(
        source("list", Words::tr("List"),
               Words::tr("Named requests, each with its own time, latency and failures if you like."),
               {list("items", ListItems::SourceItems, QJsonArray())
                    .words(Words::tr("Items"),
                           Words::tr("One object per request: name, and optionally at, latency, fails, error."))}));
    kinds.push_back(source(
        "interval", Words::tr("Steady"), Words::tr("One request after another at equal distance, the first at t = 0."),
        {count(), every().words(Words::tr("Every"), Words::tr("The time from one arrival to the next.")), label()}));
    kinds.push_back(
        source("poisson", Words::tr("Random"), Words::tr("Requests at random times with a given mean rate."),
               {count(), rate("rate", 10).words(Words::tr("Rate"), Words::tr("How many arrive per second on average.")),
                label()}));
    kinds.push_back(source(
        "bursts", Words::tr("Bursts"), Words::tr("Groups of requests at equal distance, the first at t = 0."),
        {count(), integer("size", 5).words(Words::tr("Burst size"), Words::tr("How many requests make one burst.")),
         every().words(Words::tr("Every"), Words::tr("The time from the start of one burst to the next.")),
         duration("spacing", "0ms").words(Words::tr("Spacing"), Words::tr("The time between the members of a burst.")),
         label()}));
    kinds.push_back(source("tape", Words::tr("Recorded input"),
                           Words::tr("Keys and clicks that were typed into the pad; each is one request."),
                           {list("events", ListItems::TapeEvents, QJsonArray())
                                .words(Words::tr("Events"),
                                       Words::tr("One object per input: at, then key or click, and optionally text.")),
                            optionalDuration("end").words(
                                Words::tr("End"), Words::tr("When the input closes; unless given, at the last event.")),
                            label()}));
}

} // namespace playground::table
