/**
 * The crash rig (sync.md, Proof): engine and server as programs of their own, killed at points drawn from a seed while
 * answers between them are lost; at the end each operation must have exactly one effect. Owns the plan, the history and
 * the checker; refuses to look into a program that runs, but through what it says and what it left on disk.
 */
package steward.sync.crash;
