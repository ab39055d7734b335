using System.Text.Json;
using CrmVoip.Domain.Ligacoes;

namespace CrmVoip.Features.Ligacoes;

public sealed record NovaLigacaoForm(Guid Id, string? Numero, Guid? ContatoId, Guid? OportunidadeId);

/// <summary>Agora: the browser's clock when it sent this, so that a wrong clock is corrected.</summary>
public sealed record EventosForm(IReadOnlyList<EventoForm>? Eventos, DateTimeOffset? Agora);

public sealed record EventoForm(Guid Id, string Tipo, DateTimeOffset Em, DadosDoNavegadorForm? Dados);

public sealed record DadosDoNavegadorForm(string? Causa, string? EncerradaPor, int? CodigoSip, string? ChamadaSip, JsonElement? Qualidade)
{
    private const int Maximo = 200;

    public DadosDoEvento Ler() => new()
    {
        Causa = Curto(Causa),
        EncerradaPor = Curto(EncerradaPor),
        CodigoSip = CodigoSip,
        ChamadaSip = Curto(ChamadaSip),
        Qualidade = Qualidade is { ValueKind: JsonValueKind.Object } q && q.GetRawText().Length < 4000 ? q : null,
    };

    private static string? Curto(string? texto) => texto is { Length: > Maximo } ? texto[..Maximo] : texto;
}

public sealed record NotasForm(string? Notas, Guid? ResultadoId, long Versao);
