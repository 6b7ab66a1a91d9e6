// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// The Southern Women of Davis, Gardner and Gardner (1941), recomputed with NetworkX (C01): the
// columns that no other test has.

#include <capgraph/algorithm/betweenness_centrality.hpp>
#include <capgraph/algorithm/core_numbers.hpp>
#include <capgraph/algorithm/structural_holes.hpp>
#include <capgraph/algorithm/two_mode_clustering.hpp>

#include "algorithm/davis.hpp"
#include "support/catch2.hpp"
#include "support/oracles.hpp"

#include <optional>
#include <vector>

using namespace capgraph;
using scores = std::vector<double>;

namespace {

/// Of the women, then of the events: `overlap_coefficient::dot`.
scores const by_either{
    0.31794333117862533, 0.3518172568172568,  0.3718188674071026,  0.36491249491249494,
    0.2944116489571035,  0.31481721981721983, 0.36031746031746026, 0.3323412698412698,
    0.3643557422969187,  0.3488328664799253,  0.3244047619047619,  0.2974950396825396,
    0.322751921281333,   0.26057667822373703, 0.2616989219930397,  0.3050099206349206,
    0.25750661375661377, 0.25750661375661377, 0.3271915584415585,  0.33749375624375627,
    0.4704861111111111,  0.36444805194805197, 0.4678921568627451,  0.29164126471818785,
    0.2893897203851955,  0.29616461969403146, 0.24355452240067624, 0.40334249084249085,
    0.17702701710054652, 0.40144230769230765, 0.3664772727272727,  0.36647727272727276};

/// `overlap_coefficient::min`.
scores const by_fewer{0.6416666666666666,
                      0.6084126984126985,
                      0.7280112044817928,
                      0.6250793650793652,
                      0.5454545454545454,
                      0.5611111111111112,
                      0.6277777777777779,
                      0.6874999999999999,
                      0.6568627450980393,
                      0.627450980392157,
                      0.5885416666666667,
                      0.553125,
                      0.6093837535014006,
                      0.5796218487394958,
                      0.49607843137254903,
                      0.75,
                      0.5833333333333334,
                      0.5833333333333334,
                      0.7916666666666666,
                      0.8333333333333334,
                      0.8333333333333333,
                      0.7604166666666666,
                      0.84375,
                      0.5858974358974358,
                      0.6557692307692308,
                      0.7769230769230769,
                      0.6416666666666667,
                      0.7375,
                      0.4270833333333333,
                      0.7499999999999999,
                      0.75,
                      0.7500000000000001};

/// `overlap_coefficient::max`.
scores const by_more{0.36764705882352944,
                     0.4119047619047619,
                     0.41911764705882354,
                     0.42142857142857143,
                     0.37207792207792206,
                     0.3851587301587302,
                     0.4413492063492063,
                     0.38898809523809524,
                     0.4496498599439776,
                     0.42605042016806716,
                     0.3905505952380952,
                     0.3500744047619047,
                     0.37499999999999994,
                     0.3161764705882353,
                     0.336344537815126,
                     0.33727678571428565,
                     0.2994047619047619,
                     0.2994047619047619,
                     0.36428571428571427,
                     0.3747023809523809,
                     0.49568452380952377,
                     0.40282738095238096,
                     0.5125,
                     0.34294871794871795,
                     0.34523809523809523,
                     0.3241758241758242,
                     0.2866300366300366,
                     0.43467261904761906,
                     0.2349702380952381,
                     0.4331845238095238,
                     0.3834821428571429,
                     0.3834821428571428};

/// Pairs that share another.
scores const redundancy{0.9642857142857143,
                        1.0,
                        1.0,
                        1.0,
                        1.0,
                        1.0,
                        1.0,
                        1.0,
                        1.0,
                        1.0,
                        1.0,
                        1.0,
                        1.0,
                        0.75,
                        0.9,
                        1.0,
                        1.0,
                        1.0,
                        1.0,
                        1.0,
                        1.0,
                        1.0,
                        1.0,
                        0.9642857142857143,
                        0.9111111111111111,
                        0.8021978021978022,
                        0.7121212121212122,
                        1.0,
                        0.6666666666666666,
                        1.0,
                        1.0,
                        1.0};

/// Of the women tied by the events they share, with their number.
scores const constraint_by_events{0.2577885489845873,  0.27767741973833027, 0.2457215010064491,
                                  0.27603800473325746, 0.3214603376965317,  0.28859650864317765,
                                  0.26836946171077586, 0.2442032857446319,  0.24216766706573895,
                                  0.24363827234962673, 0.256298321310919,   0.2641867157948191,
                                  0.2477154347180458,  0.2449072666589494,  0.25220698819364257,
                                  0.24619417546428596, 0.264070166551127,   0.264070166551127};

/// Without it.
scores const constraint{0.2211372730827806,  0.22811088855949657, 0.2211372730827806,
                        0.2281108885594966,  0.237628502705571,   0.22811088855949657,
                        0.22811088855949657, 0.22471111645198066, 0.2211372730827806,
                        0.2211372730827806,  0.22471111645198066, 0.22471111645198066,
                        0.2211372730827806,  0.2211372730827806,  0.2211372730827806,
                        0.22471111645198066, 0.2360462405618565,  0.2360462405618565};

/// Without it.
scores const effective_size{2.6470588235294112,
                            1.5333333333333332,
                            2.6470588235294112,
                            1.5333333333333332,
                            1.0,
                            1.5333333333333332,
                            1.5333333333333332,
                            2.0,
                            2.6470588235294112,
                            2.6470588235294112,
                            2.0,
                            2.0,
                            2.6470588235294112,
                            2.6470588235294112,
                            2.6470588235294112,
                            2.0,
                            1.0,
                            1.0};

std::vector<std::uint32_t> const cores{14, 14, 14, 14, 11, 14, 14, 14, 14,
                                       14, 14, 14, 14, 14, 14, 14, 12, 12};

scores told(std::vector<std::optional<double>> const& figures)
{
    scores out;
    for (auto const& figure : figures) {
        out.push_back(figure.value());
    }
    return out;
}

auto const one = [](auto const&) { return 1.0; };

} // namespace

TEST_CASE("southern women: how much of their events they share", "[algorithm][davis][published]")
{
    auto const g = test::davis().undirected();
    auto const by = [&](overlap_coefficient c) {
        return told(two_mode_clustering(g, test::davis_women, c));
    };
    CHECK(test::agree(by(overlap_coefficient::dot), by_either));
    CHECK(test::agree(by(overlap_coefficient::min), by_fewer));
    CHECK(test::agree(by(overlap_coefficient::max), by_more));
    CHECK(test::agree(told(two_mode_redundancy(g, test::davis_women)), redundancy));
}

TEST_CASE("southern women: who is held by whom among those who met",
          "[algorithm][davis][published]")
{
    auto const g = test::davis_projection().undirected();
    CHECK(test::agree(told(burt_constraint(g)), constraint_by_events));
    CHECK(test::agree(told(burt_constraint(g, one)), constraint));
    CHECK(test::agree(burt_effective_size(g, one), effective_size));
    CHECK(core_numbers(g) == cores);
}

TEST_CASE("southern women: who lies between those who met", "[algorithm][davis][published]")
{
    CHECK(test::agree(
        betweenness_centrality(test::davis_projection().undirected()),
        {test::davis_projection_betweenness.begin(), test::davis_projection_betweenness.end()}));
}
