/** Lays a network out away from the page, which stays at hand meanwhile. */

import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

export interface Task {
  centre: string;
  nodes: string[];
  edges: [string, string, number][];
}

export type Places = Record<string, { x: number; y: number }>;

addEventListener("message", (event: MessageEvent<Task>) => {
  const { centre, nodes, edges } = event.data;
  const graph = new Graph({ type: "undirected" });
  // On a circle at first, always in the same order: the same record is drawn the same way each time.
  nodes.forEach((node, at) => {
    const angle = (2 * Math.PI * at) / nodes.length;
    graph.addNode(node, node === centre ? { x: 0, y: 0 } : { x: Math.cos(angle), y: Math.sin(angle) });
  });
  for (const [one, other, weight] of edges) if (!graph.hasEdge(one, other)) graph.addEdge(one, other, { weight: Math.log2(1 + weight) });
  postMessage(forceAtlas2(graph, { iterations: 400, settings: { ...forceAtlas2.inferSettings(graph), gravity: 1.5, adjustSizes: false, linLogMode: true } }));
});
