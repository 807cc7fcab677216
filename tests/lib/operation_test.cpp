// SPDX-License-Identifier: MIT
// Which kinds of work there are, and which temporaries GCC 12 may not be given. What must not compile is in tests/compile_fail.
#include <asyncade/detail/operation.h>

#include <asyncade/abandonable.h>
#include <asyncade/call.h>
#include <asyncade/named.h>
#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/work.h"

#include <QString>
#include <QTest>

#include <functional>
#include <memory>

using namespace asyncade;
using namespace asyncade::detail;
using namespace std::chrono_literals;

namespace {

struct Aggregate {
    QString text;
};
struct Trivial {
    int number;
};
/// What awaiting something that is ready gives.
template <class T>
T resultOf(Ready<T> ready)
{
    return ready.operator co_await().await_resume();
}

class Owner {
public:
    explicit Owner(QString text) : m_text(std::move(text)) {}

private:
    QString m_text;
};

} // namespace

class OperationTest : public QObject {
    Q_OBJECT

private slots:
    void thereAreThreeKindsOfWork();
    void theValueIsWhatAwaitingGives();
    void aTokenIsGivenToThoseWhoTakeOne();
    void argumentsComeBeforeTheToken();
    void plainResultsCanBeAwaitedAndNeedNoCopy();
    void someWorkCanBeStartedAgain();
    void theGuardLetsSafeTemporariesPass();
};

void OperationTest::thereAreThreeKindsOfWork()
{
    const auto withToken = [](std::stop_token) {};
    const auto withoutToken = [] {};
    using WithToken = std::decay_t<decltype(withToken)>;
    using WithoutToken = std::decay_t<decltype(withoutToken)>;
    static_assert(Work<WithToken> && StoppableWork<WithToken>);
    static_assert(Work<WithoutToken> && !StoppableWork<WithoutToken>);
    static_assert(Work<QCoro::Task<int>> && !StoppableWork<QCoro::Task<int>>);
    static_assert(StoppableWork<Abandonable<QCoro::Task<int>>> && StoppableWork<Abandonable<WithoutToken>>);
    static_assert(!Work<int> && !Work<Named<"n", WithToken>> && NamedOrWork<Named<"n", WithToken>>);
}

void OperationTest::theValueIsWhatAwaitingGives()
{
    const auto task = [] { return support::deafValueAfter(1ms, 7); };
    const auto plain = []() -> const QString & { static const QString text; return text; };
    const auto sleeper = [] { return sleepFor(1ms); };
    static_assert(std::is_same_v<ValueOf<decltype(task)>, int>);
    static_assert(std::is_same_v<ValueOf<decltype(plain)>, QString>);
    static_assert(std::is_void_v<ValueOf<decltype(sleeper)>>);
    static_assert(std::is_same_v<ValueOf<QCoro::Task<QString>>, QString>);
    static_assert(std::is_same_v<NotVoid<void>, std::monostate> && std::is_same_v<NotVoid<int>, int>);
}

void OperationTest::aTokenIsGivenToThoseWhoTakeOne()
{
    std::stop_source stop;
    auto takes = [](std::stop_token token) { return token.stop_possible(); };
    auto takesNone = [] { return false; };
    QVERIFY(resultOf(begin(takes, stop.get_token())));
    QVERIFY(!resultOf(begin(takesNone, stop.get_token())));
}

void OperationTest::argumentsComeBeforeTheToken()
{
    std::stop_source stop;
    auto function = [](int item, std::stop_token token) { return token.stop_possible() ? item : -item; };
    QCOMPARE(resultOf(begin(function, stop.get_token(), 5)), 5);
    auto method = &QString::size;
    QCOMPARE(resultOf(begin(method, stop.get_token(), QStringLiteral("four"))), qsizetype(4));
}

void OperationTest::plainResultsCanBeAwaitedAndNeedNoCopy()
{
    VirtualClock clock;
    auto owned = [] { return std::make_unique<int>(7); };
    int value = 0;
    clock.run([&]() -> QCoro::Task<> {
        auto begun = begin(owned, {});
        value = *co_await begun;
    });
    QCOMPARE(value, 7);
}

void OperationTest::someWorkCanBeStartedAgain()
{
    const auto operation = [] { return 1; };
    auto moveOnly = [owned = std::make_unique<int>(1)] { return *owned; };
    static_assert(startsAgain<decltype(operation)> && startsAgain<decltype(moveOnly)> && !startsAgain<QCoro::Task<int>>);
    static_assert(startsAgain<Abandonable<std::decay_t<decltype(operation)>>>);
    static_assert(!startsAgain<Abandonable<decltype(moveOnly)>> && !startsAgain<Abandonable<QCoro::Task<int>>>);
}

void OperationTest::theGuardLetsSafeTemporariesPass()
{
    const QString text;
    int number = 0;
    auto byReference = [&] { return text.size() + number; };
    auto byValue = [text] { return text.size(); };
    using ByValue = decltype(byValue);
    static_assert(safeToPass<decltype(byReference)> && safeToPass<ByValue &> && safeToPass<const ByValue &>);
    static_assert(safeToPass<int (*)()> && safeToPass<std::function<int()>> && safeToPass<QCoro::Task<int>>);
    static_assert(safeToPass<Call<int (*)(QString), QString>> && safeToPass<Abandonable<ByValue>> && safeToPass<Named<"n", ByValue>>);
    static_assert(safeToPassValue<QString> && safeToPassValue<Owner> && safeToPassValue<Trivial> && safeToPassValue<Aggregate &>);
#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ < 13
    constexpr bool harmless = false;
#else
    constexpr bool harmless = true;
#endif
    static_assert(safeToPass<ByValue> == harmless && safeToPassValue<Aggregate> == harmless);
}

QTEST_GUILESS_MAIN(OperationTest)
#include "operation_test.moc"
