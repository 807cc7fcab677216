// SPDX-License-Identifier: MIT
// A search box: debounced, the older search stopped by the newer, and all of it unwound when the window goes.
#include "search_box.h"
#include "word_source.h"

#include <QApplication>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    SearchBox box(findWords);
    box.resize(420, 520);
    box.show();
    return app.exec();
}
