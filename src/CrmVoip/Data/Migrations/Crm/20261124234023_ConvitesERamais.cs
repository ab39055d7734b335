using System;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>Invitations; ramais that are taken away and given again; the advanced settings of a connection.</summary>
    public partial class ConvitesERamais : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_ramais_voip_extension",
                table: "ramais_voip");

            migrationBuilder.DropIndex(
                name: "ix_ramais_voip_organizacao_id_usuario_id",
                table: "ramais_voip");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "revogado_em",
                table: "ramais_voip",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "erro_desde",
                table: "integracoes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "ice_servers",
                table: "integracoes",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string>(
                name: "turn_senha",
                table: "integracoes",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "turn_usuario",
                table: "integracoes",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "convites",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    papel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    segredo_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    criado_por = table.Column<Guid>(type: "uuid", nullable: false),
                    criado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expira_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    aceito_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    aceito_por = table.Column<Guid>(type: "uuid", nullable: true),
                    revogado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_convites", x => new { x.organizacao_id, x.id });
                    table.CheckConstraint("ck_convites_papel", "papel in ('administrador', 'gestor', 'vendedor')");
                    table.ForeignKey(
                        name: "fk_convites_membros_organizacao_id_aceito_por",
                        columns: x => new { x.organizacao_id, x.aceito_por },
                        principalTable: "membros",
                        principalColumns: new[] { "organizacao_id", "usuario_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_convites_membros_organizacao_id_criado_por",
                        columns: x => new { x.organizacao_id, x.criado_por },
                        principalTable: "membros",
                        principalColumns: new[] { "organizacao_id", "usuario_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_convites_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ramais_voip_extension",
                table: "ramais_voip",
                columns: new[] { "organizacao_id", "sip_server", "extension" },
                unique: true,
                filter: "revogado_em is null");

            migrationBuilder.CreateIndex(
                name: "ix_ramais_voip_usuario",
                table: "ramais_voip",
                columns: new[] { "organizacao_id", "usuario_id" },
                unique: true,
                filter: "revogado_em is null");

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_organizacao_id_ocorrido_em_id",
                table: "audit_log",
                columns: new[] { "organizacao_id", "ocorrido_em", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_convites_organizacao_id_aceito_por",
                table: "convites",
                columns: new[] { "organizacao_id", "aceito_por" });

            migrationBuilder.CreateIndex(
                name: "ix_convites_organizacao_id_criado_por",
                table: "convites",
                columns: new[] { "organizacao_id", "criado_por" });

            migrationBuilder.CreateIndex(
                name: "ix_convites_pendente",
                table: "convites",
                columns: new[] { "organizacao_id", "email" },
                unique: true,
                filter: "aceito_em is null and revogado_em is null");

            migrationBuilder.IsolarPorOrganizacao("convites");
            migrationBuilder.Conceder("crm_app", "select, insert, update", "convites");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "convites");

            migrationBuilder.DropIndex(
                name: "ix_ramais_voip_extension",
                table: "ramais_voip");

            migrationBuilder.DropIndex(
                name: "ix_ramais_voip_usuario",
                table: "ramais_voip");

            migrationBuilder.DropIndex(
                name: "ix_audit_log_organizacao_id_ocorrido_em_id",
                table: "audit_log");

            migrationBuilder.DropColumn(
                name: "revogado_em",
                table: "ramais_voip");

            migrationBuilder.DropColumn(
                name: "erro_desde",
                table: "integracoes");

            migrationBuilder.DropColumn(
                name: "ice_servers",
                table: "integracoes");

            migrationBuilder.DropColumn(
                name: "turn_senha",
                table: "integracoes");

            migrationBuilder.DropColumn(
                name: "turn_usuario",
                table: "integracoes");

            migrationBuilder.CreateIndex(
                name: "ix_ramais_voip_extension",
                table: "ramais_voip",
                columns: new[] { "organizacao_id", "sip_server", "extension" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ramais_voip_organizacao_id_usuario_id",
                table: "ramais_voip",
                columns: new[] { "organizacao_id", "usuario_id" },
                unique: true);
        }
    }
}
