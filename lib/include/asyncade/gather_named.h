// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/gather_work.h>
#include <asyncade/detail/list_of_work.h>
#include <asyncade/errors.h>

#include <QString>

#include <array>
#include <ranges>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace asyncade {

namespace detail {

template <std::size_t N>
consteval bool allDifferent(std::array<std::string_view, N> names)
{
    for (std::size_t i = 0; i < N; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (names[i] == names[j])
                return false;
        }
    }
    return true;
}

} // namespace detail

/// The values of `gatherNamed`, each by its name and in its own type.
template <class... N>
class NamedValues {
public:
    /// \internal
    using Values = std::tuple<detail::NotVoid<detail::NamedValueOf<N>>...>;
    /// \internal
    explicit NamedValues(Values values) : m_values(std::move(values)) {}

    /// The value of the task with this name; an unknown name does not compile.
    template <Name name>
    const auto &get() const & { return std::get<indexOf(name.view())>(m_values); }
    /// The same, moved out of a temporary.
    template <Name name>
    auto get() && { return std::get<indexOf(name.view())>(std::move(m_values)); }
    /// All values as a tuple, in the order given.
    const Values &values() const noexcept { return m_values; }
    /// The names in the order in which the tasks were given.
    static constexpr std::array<std::string_view, sizeof...(N)> names() { return {N::label...}; }

private:
    static consteval std::size_t indexOf(std::string_view name)
    {
        const auto all = names();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i] == name)
                return i;
        }
        throw "no task has this name";
    }

    Values m_values;
};

namespace detail {

template <class... N>
QCoro::Task<NamedValues<N...>> gatherNamedTuple(std::stop_token token, N... work)
{
    auto gathered = gatherTuple("gatherNamed", std::move(token), std::move(work)...);
    co_return NamedValues<N...>(co_await gathered);
}

template <class W>
QCoro::Task<std::vector<std::pair<QString, ValueOf<W>>>> gatherNamedVector(std::vector<QString> names, std::vector<W> work,
                                                                           std::stop_token token)
{
    std::vector<std::string> labels;
    labels.reserve(names.size());
    for (const QString &name : names)
        labels.push_back(name.toStdString());
    auto gathered = gatherVector<W>("gatherNamed", std::move(work), std::move(token), std::move(labels));
    std::vector<ValueOf<W>> values = co_await gathered;
    std::vector<std::pair<QString, ValueOf<W>>> pairs;
    pairs.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        pairs.emplace_back(std::move(names[i]), std::move(values[i]));
    co_return pairs;
}

} // namespace detail

/// Like `gather`, with names: each value is read by its name, in its own type. Two equal names do not compile.
/// Failure and cancellation as with `gather`; the error hook is told the name.
///
///     auto page = co_await gatherNamed(named<"user">(fetchUser(1)), named<"posts">(fetchPosts(1)));
///     show(page.get<"user">(), page.get<"posts">());
template <class... N>
    requires(sizeof...(N) > 0 && (detail::isNamed<std::decay_t<N>> && ...))
[[nodiscard("await it: a dropped task loses its error")]]
QCoro::Task<NamedValues<std::decay_t<N>...>> gatherNamed(std::stop_token token, N &&...work)
{
    static_assert(detail::allDifferent(std::array{std::decay_t<N>::label...}), "gatherNamed: two tasks have the same name");
    detail::checkEachWork("gatherNamed", work...);
    const detail::ContextGuard guard;
    return detail::gatherNamedTuple(std::move(token), std::decay_t<N>(std::forward<N>(work))...);
}
/// The same with nothing to stop it.
template <class... N>
    requires(sizeof...(N) > 0 && (detail::isNamed<std::decay_t<N>> && ...))
[[nodiscard("await it: a dropped task loses its error")]]
auto gatherNamed(N &&...work)
{
    return gatherNamed(std::stop_token{}, std::forward<N>(work)...);
}
/// The same with the token behind the work.
template <class... A>
    requires(detail::onlyLastIsToken<A...>() && ((detail::isNamed<std::decay_t<A>> || detail::Token<std::decay_t<A>>) && ...))
[[nodiscard("await it: a dropped task loses its error")]]
auto gatherNamed(A &&...workThenToken)
{
    return detail::withTokenFirst(
        []<class... W>(std::stop_token token, W &&...work) { return gatherNamed(std::move(token), std::forward<W>(work)...); },
        std::forward<A>(workThenToken)...);
}

/// The same for names known at run time and values of one type: gives pairs in the order given.
/// Throws std::invalid_argument when a name comes twice, and for an empty task or function.
template <detail::Work W>
    requires(!std::is_void_v<detail::ValueOf<W>>)
[[nodiscard("await it: a dropped task loses its error")]]
auto gatherNamed(std::vector<std::pair<QString, W>> work, std::stop_token token = {})
{
    std::vector<QString> names;
    std::vector<W> works;
    std::set<QString> seen;
    for (auto &[name, piece] : work) {
        if (!seen.insert(name).second)
            detail::throwInvalid("gatherNamed", "different names", QString("\"%1\" twice").arg(name).toStdString());
        names.push_back(name);
        detail::checkWork("gatherNamed", piece, int(works.size()));
        works.push_back(std::move(piece));
    }
    const detail::ContextGuard guard;
    return detail::gatherNamedVector<W>(std::move(names), std::move(works), std::move(token));
}

/// \cond
// Anything else: says what is wrong.
template <class First, class... A>
    requires(!std::ranges::range<std::remove_cvref_t<First>> && detail::RefusedList<detail::AnyNamed, First, A...>)
decltype(auto) gatherNamed(First &&, A &&...)
{
    static_assert(!detail::hasMisplacedToken<First, A...>(), "the token stands once, in front of all the work or behind all of it");
    static_assert(detail::hasMisplacedToken<First, A...>() || detail::isListOf<detail::AnyNamed, First, A...>,
                  "gatherNamed takes work with a name, named<…>(work), and a token in front of all of it or behind");
}
/// \endcond

} // namespace asyncade
