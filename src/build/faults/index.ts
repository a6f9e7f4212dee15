/** The faults of a section, as pages ask for them. */
export { faultsOf, type LoadedFault, loadFault } from './load-fault.ts';
