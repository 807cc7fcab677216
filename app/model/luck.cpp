// SPDX-License-Identifier: MIT
#include "model/luck.h"

#include <cmath>
#include <limits>

namespace playground {

namespace {

constexpr quint64 golden = 0x9E3779B97F4A7C15u; // 2^64 divided by the golden ratio.

constexpr quint64 mix(quint64 x)
{
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

/// A polynomial by Horner's rule; the coefficient of the highest power first.
template <size_t size>
constexpr double polynomial(const double (&coefficients)[size], double x)
{
    double sum = 0;
    for (const double coefficient : coefficients)
        sum = sum * x + coefficient;
    return sum;
}

// The coefficients of AS 241, the quotient of two polynomials in each of three regions.
constexpr double middleAbove[] = {2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4,
                                  4.5921953931549871457e+4, 1.3731693765509461125e+4, 1.9715909503065514427e+3,
                                  1.3314166789178437745e+2, 3.3871328727963666080e+0};
constexpr double middleBelow[] = {
    5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
    5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0};
constexpr double tailAbove[] = {7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
                                1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0,
                                4.63033784615654529590e+0, 1.42343711074968357734e+0};
constexpr double tailBelow[] = {
    1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
    6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0};
constexpr double farAbove[] = {2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
                               2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0,
                               5.46378491116411436990e+0, 6.65790464350110377720e+0};
constexpr double farBelow[] = {
    2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
    1.48753612908506148525e-2,  1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0};

} // namespace

double draw(quint64 seed, LuckStream stream, quint64 request, quint64 tryNumber, quint64 copy)
{
    quint64 x = mix(seed + golden);
    for (const quint64 value : {quint64(stream), request, tryNumber, copy})
        x = mix(x + golden * (value + 1));
    return double(x >> 11) * 0x1p-53;
}

double normalQuantile(double p)
{
    const double q = p - 0.5;
    if (std::abs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        return q * polynomial(middleAbove, r) / polynomial(middleBelow, r);
    }
    const double side = q < 0 ? p : 1 - p;
    if (side <= 0)
        return q < 0 ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    const double r = std::sqrt(-std::log(side));
    const double distance = r <= 5 ? polynomial(tailAbove, r - 1.6) / polynomial(tailBelow, r - 1.6)
                                   : polynomial(farAbove, r - 5) / polynomial(farBelow, r - 5);
    return q < 0 ? -distance : distance;
}

} // namespace playground
