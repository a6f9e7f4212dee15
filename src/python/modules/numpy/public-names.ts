/** The public names of NumPy 2.2.4 that are not offered here; written by public-names.py. */
const NAMES = {
  numpy:
    'ScalarType angle asarray_chkfinite asmatrix bitwise_count bmat broadcast busday_count busday_offset busdaycalendar bytes_ cdouble char character clongdouble common_type complex128 complex256 complex64 complexfloating core csingle ctypeslib datetime64 datetime_as_string datetime_data dtypes einsum_path emath exceptions f2py fft flatiter flexible float128 format_float_positional format_float_scientific from_dlpack frombuffer fromfile fromregex fromstring genfromtxt get_include getbufsize geterrcall histogramdd i0 imag info is_busday isdtype isfortran isnat kaiser little_endian load loadtxt longdouble ma matrix matvec memmap min_scalar_type mintypecode nditer nested_iters object_ packbits polynomial rec recarray record require save savetxt savez savez_compressed sctypeDict setbufsize seterrcall show_config show_runtime sort_complex strings test timedelta64 typecodes typename typing unique_all unique_counts unique_inverse unpackbits vecmat void',
  linalg: 'diagonal linalg tensordot test',
  ndarray:
    'byteswap ctypes data dump dumps getfield itemset newbyteorder ptp setfield to_device tobytes tofile tostring view',
  generic:
    'byteswap data dump dumps flat fromhex getfield itemset newbyteorder ptp setfield to_device tobytes tofile tostring view',
} as const;

/** Returns what the real module or class has and this one refuses. */
export function publicNames(space: keyof typeof NAMES): readonly string[] {
  return NAMES[space].split(' ');
}
