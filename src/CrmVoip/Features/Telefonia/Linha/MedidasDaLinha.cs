using System.Diagnostics.Metrics;

namespace CrmVoip.Features.Telefonia.Linha;

/// <summary>
/// What phones are told when they ask for their line. They register with the provider, not here: credentials handed out are
/// registrations that begin.
/// </summary>
public static class MedidasDaLinha
{
    private const string Pronta = "pronta";
    private const string Prontidao = "prontidao";
    private const string Registro = "registro";
    private const string Teste = "teste";
    private static readonly Meter _medidor = new("CrmVoip.Linha");
    private static readonly Counter<long> _pedidos = _medidor.CreateCounter<long>(
        "crm.linha.pedidos", "{pedido}", "Questions of phones about their line, by what was asked (readiness, registration, test of a ramal) and the answer.");

    public static void Anunciar()
    {
        foreach (var pedido in new[] { Prontidao, Registro, Teste })
        {
            Contar(0, pedido, Pronta);
        }
    }

    /// <param name="recusa">The code of what keeps the person from a line; null when nothing does.</param>
    public static void PerguntaramSeHa(string? recusa) => Contar(1, Prontidao, recusa ?? Pronta);

    /// <inheritdoc cref="PerguntaramSeHa" />
    public static void PediramCredenciais(string? recusa) => Contar(1, Registro, recusa ?? Pronta);

    /// <inheritdoc cref="PerguntaramSeHa" />
    public static void Testaram(string? recusa) => Contar(1, Teste, recusa ?? Pronta);

    private static void Contar(long quantos, string pedido, string resultado) => _pedidos.Add(quantos, new("pedido", pedido), new("resultado", resultado));
}
