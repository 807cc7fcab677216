// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/async_source.h>
#include <asyncade/errors.h>

#include <memory>
#include <optional>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace asyncade::detail {

/// The source of a stream: owned, or referred to if `S` is a reference; until nothing more is wanted from it.
template <class S>
class HeldSource {
    static constexpr bool owned = !std::is_lvalue_reference_v<S>;

public:
    using Item = ItemOf<S>;

    explicit HeldSource(S &&source) : m_source(hold(source)) {}
    explicit operator bool() const noexcept { return bool(m_source); }
    auto next(const std::stop_token &token) { return m_source->next(token); }
    void drop() noexcept { m_source = {}; }

private:
    using Held = std::conditional_t<owned, std::unique_ptr<std::remove_reference_t<S>>, std::remove_reference_t<S> *>;
    static Held hold(std::remove_reference_t<S> &source)
    {
        if constexpr (owned)
            return std::make_unique<std::remove_reference_t<S>>(std::move(source));
        else
            return &source;
    }

    Held m_source;
};

/// What a stream that pulls shares with the pull that is under way.
class PullState {
public:
    /// The stream is destroyed.
    void abandon() noexcept
    {
        m_abandoned = true;
        requestStop(m_stop, {.reason = StopReason::OwnerGone});
    }

protected:
    /// One pull: its token obeys the caller's, and the end of the stream.
    class Turn {
    public:
        Turn(PullState &state, std::stop_token outer) : m_state(&state)
        {
            if (outer.stop_possible())
                m_link.emplace(std::move(outer), Forward{&state});
        }
        ~Turn()
        {
            m_link.reset();
            if (m_state->m_stop.stop_requested() && !m_state->m_abandoned)
                m_state->m_stop = std::stop_source();
        }
        Turn(const Turn &) = delete;
        Turn &operator=(const Turn &) = delete;
        std::stop_token token() const noexcept { return m_state->m_stop.get_token(); }
        bool stopped() const noexcept { return m_state->m_stop.stop_requested(); }

    private:
        struct Forward {
            PullState *state;
            void operator()() const noexcept { state->m_stop.request_stop(); } // The cause stays the caller's.
        };
        PullState *m_state;
        std::optional<std::stop_callback<Forward>> m_link;
    };

private:
    std::stop_source m_stop;
    bool m_abandoned = false;
};

} // namespace asyncade::detail
