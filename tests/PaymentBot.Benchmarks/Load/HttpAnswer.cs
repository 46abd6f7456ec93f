using System.Runtime.InteropServices;

namespace PaymentBot.Benchmarks.Load;

/// <summary>What a call was answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="BodyLength">The length of the body in bytes, 1 or more for one that came in pieces.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HttpAnswer(int Status, int BodyLength);
