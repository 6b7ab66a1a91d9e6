// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Both kinds of `basic_csr_graph`: `csr_graph` and `undirected_csr_graph`.
#include <capgraph/graph/directed_csr_graph.hpp>
#include <capgraph/graph/undirected_csr_graph.hpp>
