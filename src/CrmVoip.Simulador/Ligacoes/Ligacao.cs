using System.Text.Json;
using CrmVoip.Simulador.Contas;

namespace CrmVoip.Simulador.Ligacoes;

public enum EstadoDaLigacao
{
    Chamando,
    Tocando,
    EmLigacao,
    EmEspera,
    Encerrada,
}

/// <summary>One call as the provider knows it. Its id is its own: neither the browser nor the dialer ever sees it.</summary>
public sealed class Ligacao(Conta conta, Ramal ramal, string numero, Comportamento comportamento, DateTimeOffset inicio)
{
    private readonly Lock trava = new();

    public Guid Id { get; } = Guid.NewGuid();

    public Conta Conta { get; } = conta;

    public Ramal Ramal { get; } = ramal;

    public string Numero { get; } = numero;

    public Comportamento Comportamento { get; } = comportamento;

    public Direcao Direcao { get; init; }

    public DateTimeOffset Inicio { get; } = inicio;

    public DateTimeOffset? AtendidaEm { get; private set; }

    public DateTimeOffset? Fim { get; private set; }

    public CausaDeDesligamento? Causa { get; private set; }

    public EstadoDaLigacao Estado { get; set; } = EstadoDaLigacao.Chamando;

    public bool TemGravacao { get; set; }

    /// <summary>Handle of <c>POST /dialer</c>; null for calls dialled over SIP.</summary>
    public Guid? DialerId { get; init; }

    public JsonElement? Metadata { get; init; }

    /// <summary>Whether the customer's side was answered; voicemail is answered for SIP, but not for the record.</summary>
    public bool Atender(DateTimeOffset em)
    {
        lock (trava)
        {
            if (Fim is not null)
            {
                return false;
            }

            Estado = EstadoDaLigacao.EmLigacao;
            AtendidaEm = Comportamento.Desfecho is Desfecho.Atende or Desfecho.RamalAtendeu ? em : null;
            return true;
        }
    }

    /// <summary>False when it had already ended: only the first end counts.</summary>
    public bool Encerrar(DateTimeOffset em, CausaDeDesligamento causa)
    {
        lock (trava)
        {
            if (Fim is not null)
            {
                return false;
            }

            Estado = EstadoDaLigacao.Encerrada;
            Fim = em < (AtendidaEm ?? Inicio) ? AtendidaEm ?? Inicio : em;
            Causa = causa;
            return true;
        }
    }
}
