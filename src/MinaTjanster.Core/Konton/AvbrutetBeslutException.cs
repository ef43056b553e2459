namespace MinaTjanster.Core.Konton;

/// <summary>Undoes the transaction of a decision that could not be carried out; caught where the transaction began, and answered as its refusal.</summary>
internal sealed class AvbrutetBeslutException(Refusal hinder) : Exception
{
    public Refusal Hinder { get; } = hinder;
}
