// SPDX-License-Identifier: MIT
#include "cli/png_output.h"

#include "cli/bad_input.h"
#include "cli/output_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageWriter>

namespace playground {

void writePng(OutputFile &file, const QImage &image)
{
    // Made in memory: the PNG library would print its own words about a device that fails.
    QBuffer png;
    QImageWriter writer(&png, "png");
    if (!writer.write(image))
        throw BadInput(QCoreApplication::translate("RunCommand", "could not make the picture: %1; try a smaller --size").arg(writer.errorString()));
    file.write(png.data());
}

} // namespace playground
