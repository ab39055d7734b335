using CrmVoip.Domain.Busca;

namespace CrmVoip.Domain;

public enum SituacaoDaOportunidade
{
    Aberta,
    Ganha,
    Perdida,
}

/// <summary>A deal on the board. Posicao is a fractional index (see Domain/Posicao), unique within its etapa.</summary>
public sealed class Oportunidade(Guid organizacaoId, string titulo) : Entidade(organizacaoId), IPesquisavel
{
    public const int TituloMaximo = 120;
    public const decimal ValorMaximo = 999_999_999.99m;
    public const int ProximoPassoMaximo = 160;
    public const int DetalheDaPerdaMaximo = 500;

    private readonly List<Tarefa> _tarefas = [];

    public Guid EtapaId { get; private set; }

    public Guid ContatoId { get; private set; }

    public Guid ResponsavelId { get; private set; }

    public string Titulo { get; private set; } = titulo;

    public decimal Valor { get; private set; }

    /// <summary>The same, kept by the database: what lists are ordered by.</summary>
    public long ValorEmCentavos { get; private init; }

    public string Posicao { get; private set; } = "";

    public SituacaoDaOportunidade Situacao { get; private set; } = SituacaoDaOportunidade.Aberta;

    public DateTimeOffset NaEtapaDesde { get; private set; }

    /// <summary>The first of its open tasks, and the day (in the organization's time zone) it is due: what cards and lists read. Follows Tarefas with every change.</summary>
    public string? ProximoPasso { get; private set; }

    public DateOnly? ProximoPassoEm { get; private set; }

    /// <summary>False in a row of a version that knew a next step and no tasks: the task is still to be made.</summary>
    public bool TarefasProntas { get; private set; } = true;

    /// <summary>The open ones, where they were read with it.</summary>
    public IReadOnlyCollection<Tarefa> Tarefas => _tarefas;

    public DateTimeOffset? EncerradaEm { get; private set; }

    public Guid? MotivoDePerdaId { get; private set; }

    public string? DetalheDaPerda { get; private set; }

    /// <summary>Who asked its responsável for it; null once that is answered, or it went to somebody.</summary>
    public Guid? PedidaPorId { get; private set; }

    public DateTimeOffset? PedidaEm { get; private set; }

    public DateTimeOffset CriadaEm { get; init; } = DateTimeOffset.UtcNow;

    public DateTimeOffset AtualizadaEm { get; private set; } = DateTimeOffset.UtcNow;

    public string? Busca { get; private set; }

    public TipoPesquisavel TipoPesquisavel => TipoPesquisavel.Oportunidade;

    /// <summary>The contact's words are the contact's own.</summary>
    public ConteudoPesquisavel ConteudoPesquisavel => new([Titulo], []);

    /// <summary>PostgreSQL's xmin: carried by forms, so that a stale edit is refused.</summary>
    public uint Versao { get; private init; }

    public Contato? Contato { get; private init; }

    public Membro? Responsavel { get; private init; }

    public Membro? PedidaPor { get; private init; }

    public Etapa? Etapa { get; private init; }

    public MotivoDePerda? MotivoDePerda { get; private init; }

    public void Editar(string titulo, decimal valor, Guid contatoId, Guid responsavelId, DateTimeOffset agora)
    {
        Titulo = titulo;
        Valor = valor;
        ContatoId = contatoId;
        AtualizadaEm = agora;
        if (responsavelId != ResponsavelId)
        {
            PassarPara(responsavelId, agora);
        }
    }

    public void Pedir(Guid usuarioId, DateTimeOffset agora)
    {
        if (Situacao != SituacaoDaOportunidade.Aberta)
        {
            throw new RegraVioladaException("Esta oportunidade já foi encerrada. Reabra antes de pedir.");
        }

        if (usuarioId == ResponsavelId)
        {
            throw new RegraVioladaException("Esta oportunidade já é sua.");
        }

        (PedidaPorId, PedidaEm) = (usuarioId, agora);
    }

    /// <summary>The open tasks of who had it go along: all of them, or those of `tarefas`.</summary>
    /// <returns>The ids of those that went.</returns>
    public IReadOnlyList<Guid> PassarPara(Guid usuarioId, DateTimeOffset agora, IReadOnlyList<Guid>? tarefas = null)
    {
        var vao = _tarefas.Where(t => t.Aberta && t.ResponsavelId == ResponsavelId && tarefas?.Contains(t.Id) != false).ToList();
        vao.ForEach(t => t.PassarPara(usuarioId));
        EsquecerPedido();
        (ResponsavelId, AtualizadaEm) = (usuarioId, agora);
        return vao.ConvertAll(t => t.Id);
    }

    public void EsquecerPedido() => (PedidaPorId, PedidaEm) = (null, null);

    public void MoverPara(Guid etapaId, string posicao, DateTimeOffset agora)
    {
        if (Situacao != SituacaoDaOportunidade.Aberta)
        {
            throw new RegraVioladaException("Esta oportunidade já foi encerrada. Reabra antes de mudar a etapa.");
        }

        if (etapaId != EtapaId)
        {
            NaEtapaDesde = agora;
        }

        EtapaId = etapaId;
        Posicao = posicao;
        AtualizadaEm = agora;
    }

    /// <summary>A move is taken back: it stands there as long as it did.</summary>
    public void Voltar(Guid etapaId, string posicao, DateTimeOffset desde, DateTimeOffset agora)
    {
        MoverPara(etapaId, posicao, agora);
        NaEtapaDesde = desde;
    }

    /// <summary>Its stage is no more. Open or closed, it goes along.</summary>
    public void LevarPara(Guid etapaId, string posicao, DateTimeOffset agora) => (EtapaId, Posicao, NaEtapaDesde) = (etapaId, posicao, agora);

    /// <summary>
    /// The next step by itself, as its fields say it: the first open task with these words and this day, a new one where none is
    /// open. A task that is done stays as it was.
    /// </summary>
    /// <returns>The task that is no more, for neither words nor day are left of it.</returns>
    public Tarefa? Planejar(string? proximoPasso, DateOnly? em, Guid? por = null)
    {
        if (proximoPasso == ProximoPasso && em == ProximoPassoEm)
        {
            return null;
        }

        var proxima = ProximaTarefa();
        if (proximoPasso is null && em is null)
        {
            Excluir(proxima);
            return proxima;
        }

        proxima ??= Incluir(Tarefa.Da(this, TipoDeTarefa.Outra, proximoPasso ?? Tarefa.SemTexto, por: por));
        proxima.Editar(proxima.Tipo, proximoPasso ?? Tarefa.SemTexto);
        proxima.Marcar(em, proxima.Hora);
        return null;
    }

    public Tarefa Incluir(Tarefa tarefa)
    {
        _tarefas.Add(tarefa);
        tarefa.Entrar(this);
        EspelharPasso();
        return tarefa;
    }

    public void Excluir(Tarefa? tarefa)
    {
        if (tarefa is not null && _tarefas.Remove(tarefa))
        {
            EspelharPasso();
        }
    }

    /// <summary>Makes the task of what a version before kept as the next step alone. Nothing where it is made.</summary>
    public void PreencherTarefas()
    {
        if (TarefasProntas)
        {
            return;
        }

        TarefasProntas = true;
        if (ProximoPasso is not null || ProximoPassoEm is not null)
        {
            var (passo, em) = (ProximoPasso, ProximoPassoEm);
            Incluir(Tarefa.Da(this, TipoDeTarefa.Outra, passo ?? Tarefa.SemTexto)).Marcar(em, null);
        }
    }

    internal void EspelharPasso()
    {
        var proxima = ProximaTarefa();
        ProximoPasso = proxima is null or { Texto: Tarefa.SemTexto, Dia: not null } ? null : proxima.Texto;
        ProximoPassoEm = proxima?.Dia;
    }

    private Tarefa? ProximaTarefa() => _tarefas.Where(t => t.Aberta).OrderBy(t => t.Prazo).ThenBy(t => t.Id).FirstOrDefault();

    public void Ganhar(DateTimeOffset agora) => Encerrar(SituacaoDaOportunidade.Ganha, null, null, agora);

    public void Perder(Guid motivoId, string? detalhe, DateTimeOffset agora) => Encerrar(SituacaoDaOportunidade.Perdida, motivoId, detalhe, agora);

    /// <summary>Back on the board, where it was.</summary>
    public void Reabrir(DateTimeOffset agora)
    {
        if (Situacao == SituacaoDaOportunidade.Aberta)
        {
            throw new RegraVioladaException("Esta oportunidade já está aberta.");
        }

        Situacao = SituacaoDaOportunidade.Aberta;
        EncerradaEm = null;
        MotivoDePerdaId = null;
        DetalheDaPerda = null;
        AtualizadaEm = agora;
    }

    private void Encerrar(SituacaoDaOportunidade situacao, Guid? motivoId, string? detalhe, DateTimeOffset agora)
    {
        if (Situacao != SituacaoDaOportunidade.Aberta)
        {
            throw new RegraVioladaException("Esta oportunidade já foi encerrada. Reabra antes de mudar o desfecho.");
        }

        Situacao = situacao;
        EncerradaEm = AtualizadaEm = agora;
        MotivoDePerdaId = motivoId;
        DetalheDaPerda = detalhe;
    }
}
