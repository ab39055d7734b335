using CrmVoip.Text;

namespace CrmVoip.Features.Telefonia.Ramais;

public sealed record RamalProcurado(string? Extension);

/// <summary>
/// What the provider knows of an extension. Situacao: encontrado, desconhecido or sem_resposta. Neither password nor e-mail, nor
/// the name of who had it there: the person who has it here calls by their own.
/// </summary>
public sealed record RamalSugerido(string Situacao, string? SipServer = null);

/// <summary>Looks an extension up at the provider while the form is being filled in.</summary>
public sealed class SugerirPeloNumero(RamaisDaApi4Com naApi4Com)
{
    public async Task<RamalSugerido> ExecutarAsync(RamalProcurado pedido, CancellationToken ct)
    {
        if (await naApi4Com.TentarListarAsync(ct) is not { } ramais)
        {
            return new RamalSugerido("sem_resposta");
        }

        return ramais.FirstOrDefault(r => r.Number == Digitado.Limpar(pedido.Extension)) is { } ramal
            ? new RamalSugerido("encontrado", ramal.Domain)
            : new RamalSugerido("desconhecido");
    }
}
