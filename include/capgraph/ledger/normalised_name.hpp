// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>

#include <string>
#include <string_view>

namespace capgraph::inline v0 {

/// `text` with everything taken away in which two spellings of one name may differ: names are the
/// same after normalisation where this is equal.
///
/// UTF-8: words in byte order, one space between. By these rules, in turn:
///
/// - Width: full-width ASCII becomes ASCII; half-width katakana become katakana, voicing composed.
/// - Case: Latin, Greek and Cyrillic letters become small.
/// - Accents: combining marks (U+0300 to U+036F) are dropped, and the accented letters of Latin-1,
///   Latin Extended-A, Greek and Cyrillic lose theirs (`é` is `e`, `ß` is `ss`, `æ` is `ae`), so
///   that composed and decomposed text agree.
/// - Apostrophes, soft hyphens and what has no width are dropped; `&` is the word `and`.
/// - All other punctuation and every Unicode space ends a word. Single letters with full stops
///   between are one word: `S.A.` is `sa`.
/// - A word also ends between ideographs or kana and anything else: `智谱AI` is `智谱 AI`.
/// - Legal forms are dropped wherever they stand, as the order of words must not matter: the words
///   `ag bv co company corp corporation gmbh inc incorporated kgaa limited llc llp lp ltd nv oyj
///   plc pte pty sa sarl srl`, and at the end of a word of ideographs 有限公司, 股份有限公司,
///   有限责任公司, 有限責任公司, 有限合伙, 集团 and 集團, as often as they stand there.
/// - Words are sorted; one that comes twice stays twice.
///
/// A name of nothing but legal forms (`Company`, `集团`) keeps them; one of nothing but punctuation
/// keeps that. The result is empty only for text of nothing that counts: spaces, marks without a
/// letter. Each byte that is not UTF-8 counts as U+FFFD, a letter.
///
/// Normalising twice is normalising once.
///
/// Not covered: other scripts' case (Armenian, Georgian), Latin beyond Extended-A, ligatures,
/// superscripts and circled letters, half-width Hangul, traditional beside simplified characters,
/// transliteration; the legal forms of other languages, and those that are words elsewhere (`AB`,
/// `AS`, `SE`). `Group`, `Holdings` and a bare 公司 are part of a name.
///
/// Complexity: O(n log n) for n bytes.
[[nodiscard]] CAPGRAPH_EXPORT std::string normalised_name(std::string_view text);

} // namespace capgraph::inline v0
