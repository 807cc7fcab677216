// SPDX-License-Identifier: MIT
#include "cli/display.h"

#include <QtTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <thread>
#include <tuple>

using namespace playground;

namespace {

/// Answers one client as an X server does, with the shortest answer that the protocol knows.
class FakeXServer {
public:
    FakeXServer(const QByteArray &name, bool letsIn)
        : m_socket(socket(AF_UNIX, SOCK_STREAM, 0))
        , m_letsIn(letsIn)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path + 1, name.constData(), sizeof address.sun_path - 1); // Behind a 0: in no folder.
        const auto size = socklen_t(offsetof(sockaddr_un, sun_path) + 1 + size_t(name.size()));
        m_listens = bind(m_socket, reinterpret_cast<sockaddr *>(&address), size) == 0 && listen(m_socket, 1) == 0;
        if (m_listens)
            m_thread = std::thread([this] { answer(); });
    }
    ~FakeXServer()
    {
        shutdown(m_socket, SHUT_RDWR); // Ends an accept that nobody came for.
        if (m_thread.joinable())
            m_thread.join();
        close(m_socket);
    }
    bool listens() const { return m_listens; }

private:
    void answer() const
    {
        const int client = accept(m_socket, nullptr, nullptr);
        // Success or refusal, X 11.0, and 32 bytes of setup behind the first 8: no screens.
        QByteArray answer(40, '\0');
        answer[0] = m_letsIn;
        answer[2] = 11;
        answer[6] = 8;
        QByteArray question(12, '\0');
        if (read(client, question.data(), size_t(question.size())) == question.size())
            std::ignore = write(client, answer.constData(), size_t(answer.size()));
        close(client);
    }

    int m_socket;
    bool m_letsIn;
    bool m_listens = false;
    std::thread m_thread;
};

} // namespace

/// A window is only opened where there is a display that answers.
class DisplayTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void noneIsNamed();
    void nobodyAnswers_data();
    void nobodyAnswers();
    void anXServerAnswers_data();
    void anXServerAnswers();
    void otherPlatforms_data();
    void otherPlatforms();
};

void DisplayTest::init()
{
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XAUTHORITY"})
        qunsetenv(name);
}

void DisplayTest::noneIsNamed() { QVERIFY(!hasDisplay()); }

void DisplayTest::nobodyAnswers_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("platform");
    QTest::newRow("X") << QByteArray("DISPLAY") << QByteArray(":977") << QByteArray();
    QTest::newRow("X, no number") << QByteArray("DISPLAY") << QByteArray("nonsense") << QByteArray();
    QTest::newRow("X, asked for") << QByteArray("DISPLAY") << QByteArray(":977") << QByteArray("xcb");
    QTest::newRow("Wayland") << QByteArray("WAYLAND_DISPLAY") << QByteArray("wayland-977") << QByteArray();
    QTest::newRow("Wayland, asked for") << QByteArray("WAYLAND_DISPLAY") << QByteArray("wayland-977") << QByteArray("wayland");
}

void DisplayTest::nobodyAnswers()
{
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, platform);
    qputenv(variable.constData(), value);
    qputenv("QT_QPA_PLATFORM", platform);
    QVERIFY(!hasDisplay());
}

void DisplayTest::anXServerAnswers_data()
{
    QTest::addColumn<bool>("letsIn");
    QTest::newRow("and lets us in") << true;
    QTest::newRow("and refuses") << false;
}

void DisplayTest::anXServerAnswers()
{
    QFETCH(bool, letsIn);
    const QByteArray number = QByteArray::number(100'000 + getpid()); // Nobody else's.
    const FakeXServer server("/tmp/.X11-unix/X" + number, letsIn);
    QVERIFY(server.listens());
    qputenv("DISPLAY", ":" + number);
    QCOMPARE(hasDisplay(), letsIn);
}

void DisplayTest::otherPlatforms_data()
{
    QTest::addColumn<QByteArray>("platform");
    QTest::addColumn<bool>("has");
    QTest::newRow("offscreen") << QByteArray("offscreen") << false;
    QTest::newRow("minimal") << QByteArray("minimalegl") << false;
    QTest::newRow("a remote screen") << QByteArray("vnc:size=800x600") << true;
}

void DisplayTest::otherPlatforms()
{
    QFETCH(QByteArray, platform);
    QFETCH(bool, has);
    qputenv("DISPLAY", ":977");
    qputenv("QT_QPA_PLATFORM", platform);
    QCOMPARE(hasDisplay(), has);
}

QTEST_GUILESS_MAIN(DisplayTest)
#include "display_test.moc"
