using System.Globalization;

namespace MinaTjanster.Web.Infrastructure.Validation;

/// <summary>The version that a form carries. One that cannot be read is none that ever was: the act meets a conflict, not a fault.</summary>
internal static class Formularversion
{
    public static int Tolka(string? version) =>
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var tal) ? tal : -1;
}
