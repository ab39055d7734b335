using System.Text.Json;
using System.Text.Json.Serialization;
using CrmVoip.Simulador.Contas;
using CrmVoip.Simulador.Ligacoes;

namespace CrmVoip.Simulador.Controle;

/// <summary>A call of the desk phone, either way; answered when somebody talks.</summary>
public sealed record LigacaoDeMesaPedida(
    string Dominio, string Ramal, string Numero, [property: JsonConverter(typeof(JsonStringEnumConverter<Direcao>))] Direcao Direcao,
    DateTimeOffset? Inicio, double? ToqueSegundos, double? FalaSegundos, string? Causa, string? Codigo, bool? Gravacao,
    JsonElement? Metadata, Alteracoes? Alteracoes)
{
    private const double ToquePadrao = 5;

    public RegistroDeLigacao ParaRegistro(Ramal ramal, DateTimeOffset agora)
    {
        var inicio = Inicio ?? agora;
        var fimDoToque = inicio.AddSeconds(ToqueSegundos ?? ToquePadrao);
        var causa = CausaPedida();
        return new RegistroDeLigacao
        {
            Id = Guid.NewGuid(),
            Dominio = ramal.Dominio,
            Ramal = ramal.Numero,
            Numero = NumeroDiscado.Ler(Numero)?.ComZero ?? Numero,
            Direcao = Direcao,
            Email = ramal.Email,
            Nome = ramal.Nome,
            Sobrenome = ramal.Sobrenome,
            Inicio = inicio,
            AtendidaEm = FalaSegundos is null ? null : fimDoToque,
            Fim = fimDoToque.AddSeconds(FalaSegundos ?? 0),
            Causa = causa.Nome,
            Codigo = causa.Codigo,
            TemGravacao = Gravacao ?? FalaSegundos > 0,
            Metadata = Metadata?.Clone(),
            Alteracoes = Alteracoes,
        };
    }

    private CausaDeDesligamento CausaPedida()
    {
        var padrao = FalaSegundos is null ? CausaDeDesligamento.NaoAtende : CausaDeDesligamento.Normal;
        return CausaDeDesligamento.Qualquer(Causa ?? padrao.Nome, Codigo);
    }
}

public sealed record EntradaPedida(string Dominio, string Ramal, string Numero, double? ToqueSegundos, double? FalaSegundos);

/// <summary>What the provider says of an ended call from now on; only what is given changes.</summary>
public sealed record CorrecaoPedida(
    DateTimeOffset? Inicio, DateTimeOffset? Fim, double? FalaSegundos, string? Causa, string? Codigo, bool? Gravacao,
    bool? MoverGravacao, Alteracoes? Alteracoes, bool? Webhook)
{
    /// <summary>Talk of zero seconds is talk; who never answered keeps no time of an answer: a negative one takes it away.</summary>
    public RegistroDeLigacao Aplicar(RegistroDeLigacao registro)
    {
        var causa = CausaDeDesligamento.Qualquer(Causa ?? registro.Causa, Codigo ?? (Causa is null ? registro.Codigo : null));
        return ComTempos(registro) with
        {
            Causa = causa.Nome,
            Codigo = causa.Codigo,
            TemGravacao = Gravacao ?? registro.TemGravacao,
            MudancasDaGravacao = registro.MudancasDaGravacao + (MoverGravacao == true ? 1 : 0),
            Alteracoes = Alteracoes ?? registro.Alteracoes,
        };
    }

    private RegistroDeLigacao ComTempos(RegistroDeLigacao registro)
    {
        var fim = Fim ?? registro.Fim;
        return registro with
        {
            Inicio = Inicio ?? registro.Inicio,
            Fim = fim,
            AtendidaEm = FalaSegundos switch { null => registro.AtendidaEm, < 0 => null, var fala => fim.AddSeconds(-fala.Value) },
        };
    }
}
