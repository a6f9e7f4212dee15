/**
 * The functions of `matplotlib.pyplot` (3.10, https://matplotlib.org/stable/api/pyplot_summary.html) that are not offered and
 * refused by name.
 */
const NAMES =
  'acorr angle_spectrum annotate arrow autoscale autumn axes axline axspan axvspan bar_label barbs barh bone box boxplot broken_barh cla clabel clf clim cohere colorbar colormaps connect contour contourf cool copper csd cycler delaxes disconnect draw draw_all draw_if_interactive ecdf errorbar eventplot figaspect figimage figlegend fignum_exists figtext figureclose fill fill_between fill_betweenx findobj flag fontdict gci get_cmap get_current_fig_manager get_figlabels get_fignums get_plot_commands getp ginput gray grouped_bar hexbin hist hist2d hlines hot hsv imread imsave inferno install_repl_displayhook interactive ioff ion isinteractive jet locator_params loglog magma magnitude_spectrum margins matshow minorticks_off minorticks_on new_figure_manager nipy_spectral pause pcolor pcolormesh phase_spectrum pie pink plasma plot_date polar prism psd quiverkey rc rc_context rcParams rcdefaults rgrids savefig sca sci semilogx semilogy set_cmap set_loglevel setp specgram spring spy stackplot stairs stem step streamplot style subplot2grid subplot_mosaic subplot_tool subplots_adjust summer switch_backend table text thetagrids tick_params ticklabel_format tricontour tricontourf tripcolor triplot twinx twiny uninstall_repl_displayhook violinplot viridis vlines waitforbuttonpress winter xcorr xkcd xscale xticks yscale yticks';

export const publicNames = (): readonly string[] => NAMES.split(' ');
