/** The public names of NumPy 2.2.4 that are not offered here; written by public-names.py. */
const NAMES = {
  numpy:
    'ScalarType angle apply_along_axis apply_over_axes argpartition asarray_chkfinite asfortranarray asmatrix bartlett base_repr binary_repr bitwise_count blackman block bmat broadcast busday_count busday_offset busdaycalendar byte bytes_ c_ cdouble char character choose clongdouble common_type complex128 complex256 complex64 complexfloating compress convolve copysign core corrcoef correlate cov csingle ctypeslib cumulative_prod cumulative_sum datetime64 datetime_as_string datetime_data delete diag_indices diag_indices_from digitize divmod dsplit dtypes ediff1d einsum einsum_path emath exceptions f2py fft fill_diagonal flatiter flexible float128 float16 float_power fmod format_float_positional format_float_scientific frexp from_dlpack frombuffer fromfile fromfunction fromiter frompyfunc fromregex fromstring gcd genfromtxt geomspace get_include getbufsize geterrcall gradient half hamming hanning histogram histogram2d histogram_bin_edges histogramdd i0 imag in1d index_exp indices info insert int16 int8 interp is_busday iscomplex iscomplexobj isdtype isfortran isnat isneginf isposinf isreal isrealobj ix_ kaiser lcm ldexp lexsort lib little_endian load loadtxt logaddexp logaddexp2 longdouble ma mask_indices matrix matvec memmap mgrid min_scalar_type mintypecode modf nanargmax nanargmin nancumprod nancumsum nanmedian nanpercentile nanprod nanquantile nanstd nanvar ndenumerate ndindex nditer nested_iters nextafter object_ ogrid packbits pad partition piecewise place poly poly1d polyadd polyder polydiv polyfit polyint polymul polynomial polysub polyval put put_along_axis putmask r_ random ravel_multi_index real real_if_close rec recarray record require resize rollaxis roots rot90 s_ save savetxt savez savez_compressed sctypeDict select setbufsize seterrcall short show_config show_runtime sinc sort_complex spacing strings take_along_axis test testing timedelta64 trapezoid trapz tril_indices tril_indices_from trim_zeros triu_indices triu_indices_from typecodes typename typing uint uint16 uint32 uintc uintp ulong ulonglong unique_all unique_counts unique_inverse unique_values unpackbits unravel_index unstack unwrap ushort vander vecmat vectorize void',
  linalg:
    'cholesky diagonal eig eigh eigvals eigvalsh linalg lstsq pinv qr svd svdvals tensordot tensorinv tensorsolve test',
  ndarray:
    'argpartition byteswap choose compress ctypes data dump dumps getfield itemset newbyteorder partition ptp put setfield setflags to_device tobytes tofile tostring view',
  generic:
    'byteswap choose compress data dump dumps flat fromhex getfield itemset newbyteorder ptp put setfield setflags to_device tobytes tofile tostring view',
} as const;

/** What the real module or class has and this one refuses. */
export function publicNames(space: keyof typeof NAMES): readonly string[] {
  return NAMES[space].split(' ');
}
