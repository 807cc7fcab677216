// SPDX-License-Identifier: MIT
#pragma once

class QIODevice;

namespace playground {

class Run;

/// Writes a run in the Chrome trace format, which chrome://tracing and ui.perfetto.dev open. Every request is a thread, every wait
/// and attempt a slice on it, every request's life an asynchronous span; arrows lead from the request that made room. The `events` in the
/// `args` of all entries together are the whole trace (see event_json.h). Written piece by piece, however long the run.
/// False: the device could not take it; its errorString() says why.
///
/// Format: "Trace Event Format", https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
bool writeChromeTrace(QIODevice &out, const Run &run);

} // namespace playground
