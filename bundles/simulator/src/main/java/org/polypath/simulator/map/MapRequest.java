package org.polypath.simulator.map;

import java.util.function.Consumer;
import org.polypath.simulator.san.BlockRequest;
import org.polypath.simulator.san.BlockResult;

/**
 * A read or write on its way through a map.
 *
 * @param processor the processor it was given on
 * @param done told what the application gets
 */
record MapRequest(BlockRequest block, int processor, Consumer<BlockResult> done) {}
