using Microsoft.AspNetCore.DataProtection;
using MinaTjanster.Core.Meddelanden;

namespace MinaTjanster.TestCommon;

/// <summary>Data protection whose keys live as long as the test run.</summary>
public static class Testskydd
{
    public static IDataProtectionProvider Provider { get; } = new EphemeralDataProtectionProvider();

    public static Mejlskydd Mejl { get; } = new(Provider);
}
