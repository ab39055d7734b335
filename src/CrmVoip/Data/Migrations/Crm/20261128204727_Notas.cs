using System;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>Notes about deals and contacts.</summary>
    public partial class Notas : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "notas",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    autor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    oportunidade_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contato_id = table.Column<Guid>(type: "uuid", nullable: true),
                    texto = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    criada_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    editada_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fixada_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    retirada_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notas", x => new { x.organizacao_id, x.id });
                    table.CheckConstraint("ck_notas_assunto", "num_nonnulls(oportunidade_id, contato_id) >= 1");
                    table.ForeignKey(
                        name: "fk_notas_contatos_organizacao_id_contato_id",
                        columns: x => new { x.organizacao_id, x.contato_id },
                        principalTable: "contatos",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notas_membros_organizacao_id_autor_id",
                        columns: x => new { x.organizacao_id, x.autor_id },
                        principalTable: "membros",
                        principalColumns: new[] { "organizacao_id", "usuario_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notas_oportunidades_organizacao_id_oportunidade_id",
                        columns: x => new { x.organizacao_id, x.oportunidade_id },
                        principalTable: "oportunidades",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notas_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_notas_organizacao_id_autor_id",
                table: "notas",
                columns: new[] { "organizacao_id", "autor_id" });

            migrationBuilder.CreateIndex(
                name: "ix_notas_organizacao_id_contato_id_fixada_em",
                table: "notas",
                columns: new[] { "organizacao_id", "contato_id", "fixada_em" },
                filter: "contato_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_notas_organizacao_id_oportunidade_id_fixada_em",
                table: "notas",
                columns: new[] { "organizacao_id", "oportunidade_id", "fixada_em" },
                filter: "oportunidade_id is not null");

            migrationBuilder.IsolarPorOrganizacao("notas");
            migrationBuilder.Conceder("crm_app", "select, insert, update", "notas");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notas");
        }
    }
}
