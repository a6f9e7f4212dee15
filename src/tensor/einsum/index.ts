/** Einstein's summation, an entry of its own: https://numpy.org/doc/stable/reference/generated/numpy.einsum.html */
export { EinsumError, type EinsumProblem, readSubscripts } from './subscripts.ts';
export { einsum } from './summation.ts';
