namespace MinaTjanster.Core.Materialbestallningar;

/// <summary>How long CSN-order keeps what is done with (settings <c>CsnOrder:KorgDagar</c> and <c>CsnOrder:BestallningManader</c>) [V].</summary>
/// <param name="KorgDagar">Days since a basket was changed.</param>
/// <param name="BestallningManader">Months since an order was cancelled, or the last of it left.</param>
public sealed record Materialgallring(int KorgDagar = 90, int BestallningManader = 36);
