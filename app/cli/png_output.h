// SPDX-License-Identifier: MIT
#pragma once

class QImage;

namespace playground {

class OutputFile;

/// Writes a picture as PNG; the file is not committed. Throws BadInput when the picture is too large to be made.
void writePng(OutputFile &file, const QImage &image);

} // namespace playground
