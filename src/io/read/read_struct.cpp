// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "read_members.hpp"

namespace capgraph::inline v0::detail {

void read_value(json_value value, state_link& out, references& refs)
{
    read_struct(value, out, refs);
}
void read_value(json_value value, lead_group& out, references& refs)
{
    read_struct(value, out, refs);
}

} // namespace capgraph::inline v0::detail
