using System.Text.Json;
using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Text;

namespace CrmVoip.Features.Telefonia.Ligacoes;

public sealed record NovaLigacaoForm(Guid Id, string? Numero, Guid? ContatoId, Guid? OportunidadeId);

/// <summary>Agora: the browser's clock when it sent this, so that a wrong clock is corrected.</summary>
public sealed record EventosForm(IReadOnlyList<EventoForm?>? Eventos, DateTimeOffset? Agora)
{
    private static readonly TimeSpan _adiantadoAte = TimeSpan.FromSeconds(5);

    // A clock set right between the fact and its sending may put it before its call.
    private static readonly TimeSpan _antesDoInicioAte = TimeSpan.FromMinutes(5);

    /// <summary>The moment by our clock. Reckoned as an age: a date at either end of the calendar must not overflow.</summary>
    public DateTimeOffset Corrigir(DateTimeOffset em, DateTimeOffset inicioEm, DateTimeOffset agora)
    {
        var idade = (Agora ?? agora) - em;
        var maior = agora - inicioEm + _antesDoInicioAte;
        return idade < -_adiantadoAte ? agora : agora - (idade < maior ? idade : maior);
    }
}

public sealed record EventoForm(Guid Id, string? Tipo, DateTimeOffset Em, DadosDoNavegadorForm? Dados)
{
    // By name alone: Enum.TryParse would also take "3", and "atendida,mudo".
    private static readonly Dictionary<string, TipoDeEvento> _tipos = Enum.GetValues<TipoDeEvento>().ToDictionary(EnumEmTexto.Texto);

    public bool Valido => Id != Guid.Empty && LerTipo() is not null;

    public TipoDeEvento? LerTipo() => _tipos.TryGetValue(Tipo ?? "", out var tipo) ? tipo : null;
}

public sealed record DadosDoNavegadorForm(string? Causa, string? EncerradaPor, int? CodigoSip, string? ChamadaSip, JsonElement? Qualidade)
{
    private const int Maximo = 200;
    private const int QualidadeMaximo = 4000;

    public DadosDoEvento Ler() => new()
    {
        Causa = Curto(Causa),
        EncerradaPor = Curto(EncerradaPor),
        CodigoSip = CodigoSip,
        ChamadaSip = Curto(ChamadaSip),
        Qualidade = Qualidade is { ValueKind: JsonValueKind.Object } q && Cabe(q.GetRawText()) ? q : null,
    };

    // PostgreSQL keeps no U+0000, neither in text nor in jsonb.
    private static string? Curto(string? texto) =>
        texto?.Cortado(Maximo).Replace("\0", "", StringComparison.Ordinal);

    private static bool Cabe(string json) => json.Length < QualidadeMaximo && JsonInteiro.De(json) == json;
}

/// <summary>Pronta: the person is done with the call, and what its outcome does may be done. Tarefa: what is to be done next.</summary>
public sealed record NotasForm(string? Notas, Guid? ResultadoId, long Versao, bool Pronta = false, ProximaTarefaForm? Tarefa = null);

/// <summary>Quando: a day by its button (PrazoRelativo); Dia: one that was typed, which counts before it.</summary>
public sealed record ProximaTarefaForm(string? Texto, string? Quando, string? Dia);
