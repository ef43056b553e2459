namespace MinaTjanster.Web.Partner.Texter;

/// <summary>A public text is written in a way that cannot be shown. The start fails with it, so that it is found before anyone reads the page.</summary>
public sealed class TextfelException(string fil, string vad, Exception? inre = null) : Exception($"{fil}: {vad}", inre);
